import { erasureMap, subjectKinds } from "@/db/erasure-map";
import * as schema from "@/db/schema";
import { EnvError, env } from "@/lib/env";
import {
  advanceInTurn,
  type ErasureContext,
  expireRequests,
  purgeApplicationName,
  recoverRuns,
  tablesToVacuum,
} from "@/lib/erasure";
import { assertComplete, GapError, loadReader, polite } from "@/lib/erasure/engine";
import { erasureContext } from "@/lib/erasure-context";
import { openBoss, queueLagMs, startWorker } from "@/lib/jobs";
import { log } from "@/lib/log";
import { createMailer } from "@/lib/mail/create-mailer";
import { sendMail } from "@/lib/mail/send-mail";
import { sweepMails } from "@/lib/mail/sweep-mails";
import { purgeDatabase } from "@/lib/purge-database";
import { requireEnvironment } from "@/lib/require-environment";

/**
 * `npm run worker`: carries out erasures and sends mails until it is told to stop. Run any number.
 *
 * Ends at once where the erasure map and the database do not fit together: a purge would leave
 * something out.
 */
async function work(): Promise<void> {
  requireEnvironment();
  const { APP_URL, DATABASE_URL, MAIL_FROM, RESEND_API_KEY, RESEND_BASE_URL } = env();
  const ctx = erasureContext({ type: "system" });
  const mailer = createMailer({
    apiKey: RESEND_API_KEY,
    from: MAIL_FROM,
    now: ctx.now,
    ...(RESEND_BASE_URL === undefined ? {} : { baseUrl: RESEND_BASE_URL }),
  });
  const { db } = purgeDatabase();
  await assertComplete(db, schema, erasureMap, subjectKinds);
  const purging = { ...ctx, db };
  const readLoad = loadReader(db, {
    ownNames: [purgeApplicationName, "lethe worker"],
    queueLagMs: () => queueLagMs(db),
  });
  const worker = await startWorker(await openBoss(DATABASE_URL, "worker"), {
    async advanceRun(requestId) {
      const outcome = await advanceInTurn(purging, requestId, polite(readLoad));
      if (outcome === "finished") await sayWhatToVacuum(purging, requestId);
      return outcome;
    },
    sendMail: (mailId) => sendMail({ ...ctx, mailer, appUrl: APP_URL }, mailId),
    sweeps: [
      { name: "recover-runs", everySeconds: 5, run: () => recoverRuns(ctx) },
      { name: "expire-requests", everySeconds: 60, run: () => expireRequests(ctx) },
      { name: "sweep-mails", everySeconds: 60, run: () => sweepMails(ctx) },
    ],
  });
  log.info("The worker is ready.");

  const stop = () => {
    worker.stop().then(() => process.exit(0), endAbruptly);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

async function sayWhatToVacuum(ctx: ErasureContext, requestId: string): Promise<void> {
  for (const { table, deadRows } of await tablesToVacuum(ctx, requestId)) {
    log.info("A purge has left dead rows: the table wants a VACUUM.", { table, count: deadRows });
  }
}

/** A lost database server can throw outside any call: whoever supervises the worker starts it again. */
function endAbruptly(error: unknown): never {
  if (error instanceof EnvError || error instanceof GapError) console.error(error.message);
  else log.error("The worker cannot go on.", { error });
  process.exit(1);
}

process.on("uncaughtException", endAbruptly);
process.on("unhandledRejection", endAbruptly);
await work().catch(endAbruptly);
