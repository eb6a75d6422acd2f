import { erasureMap, subjectKinds } from "@/db/erasure-map";
import * as schema from "@/db/schema";
import { clearExpiredCodes } from "@/lib/account/clear-expired-codes";
import { keepClock } from "@/lib/clock";
import { database } from "@/lib/database";
import { patienceMilliseconds } from "@/lib/end-in-time";
import { EnvError, env } from "@/lib/env";
import {
  advanceInTurn,
  confirmBackupsGone,
  type ErasureContext,
  endRetentions,
  expireRequests,
  purgeApplicationName,
  recoverRuns,
  remind,
  settleForwarded,
  sweepTombstones,
  tablesToVacuum,
} from "@/lib/erasure";
import { assertComplete, GapError, loadReader, polite } from "@/lib/erasure/engine";
import { erasureContext } from "@/lib/erasure-context";
import { sweepExports } from "@/lib/exports/sweep-exports";
import { takeDueExports } from "@/lib/exports/take-due-exports";
import { sweepFiles } from "@/lib/files";
import { filesContext } from "@/lib/files-context";
import { createMailReader, inboundRules, readInboundMail, sweepInbound } from "@/lib/inbound";
import { deadLetters, type Handlers, openBoss, queueLagMs, queues, startWorker } from "@/lib/jobs";
import { partKeys } from "@/lib/keys/part-keys";
import { log } from "@/lib/log";
import { createMailer } from "@/lib/mail/create-mailer";
import { sendMail } from "@/lib/mail/send-mail";
import { sendNotice } from "@/lib/mail/send-notice";
import { sweepMails } from "@/lib/mail/sweep-mails";
import { objectStore } from "@/lib/object-store";
import { policyProfile } from "@/lib/policy/policy-profile";
import type { PolicyProfile } from "@/lib/policy/profile";
import { purgeDatabase } from "@/lib/purge-database";
import { clearExpiredLimits } from "@/lib/rate-limits/clear-expired-limits";
import {
  allRecipients,
  callRecipient,
  counted,
  httpForEach,
  settingsOf,
  sweepCalls,
} from "@/lib/recipients";
import { requireEnvironment } from "@/lib/require-environment";
import { requireReplayed } from "@/lib/require-replayed";
import { rollOffSnapshots } from "@/lib/snapshots/roll-off-snapshots";
import { takeDueSnapshots } from "@/lib/snapshots/take-due-snapshots";
import { clearExpiredInvitations } from "@/lib/team/clear-expired-invitations";
import { measured, observeDatabase, startTelemetry } from "@/lib/telemetry";
import { telemetrySettings } from "@/lib/telemetry-settings";
import { storeTombstones } from "@/lib/tombstones/store-tombstones";

/** What it does to keep itself going is no neighbour's work, that a purge would have to rest for. */
const workerName = "lethe worker";

/**
 * `npm run worker`: carries out erasures and sends mails until it is told to stop. Run any number.
 *
 * Ends at once where the erasure map and the database do not fit together: a purge would leave
 * something out.
 */
async function work(): Promise<void> {
  requireEnvironment();
  database(workerName);
  const { db } = purgeDatabase();
  await assertComplete(db, schema, erasureMap, subjectKinds);
  await requireReplayed();
  await keepClock(db);
  const { APP_URL, DATABASE_URL, MAIL_FROM, POLICY_PROFILE, RESEND_API_KEY, RESEND_BASE_URL } =
    env();
  const ctx = erasureContext({ type: "system" });
  const provider = { apiKey: RESEND_API_KEY, baseUrl: RESEND_BASE_URL };
  const mailer = createMailer({ ...provider, from: MAIL_FROM, now: ctx.now });
  const reading = {
    ...ctx,
    reader: createMailReader(provider),
    inbound: inboundRules(policyProfile(POLICY_PROFILE), MAIL_FROM),
  };
  const calling = {
    ...ctx,
    recipients: allRecipients(settingsOf(env())),
    httpOf: counted(httpForEach()),
  };
  const purging = { ...ctx, db };
  const readLoad = loadReader(db, {
    ownNames: [purgeApplicationName, workerName],
    queueLagMs: () => queueLagMs(db),
  });
  const worker = await startWorker(await openBoss(DATABASE_URL, "worker"), {
    async advanceRun(requestId) {
      const outcome = await advanceInTurn(purging, requestId, measured(polite(readLoad)));
      if (outcome === "finished") await sayWhatToVacuum(purging, requestId);
      return outcome;
    },
    callRecipient: (callId) => callRecipient(calling, callId),
    sendMail: (mailId) => sendMail({ ...ctx, mailer, appUrl: APP_URL }, mailId),
    readInbound: (inboundMailId) => readInboundMail(reading, inboundMailId),
    sendNotice: (notice) => sendNotice({ ...ctx, mailer, appUrl: APP_URL }, notice),
    sweeps: [
      { name: "recover-runs", everySeconds: 5, run: () => recoverRuns(ctx) },
      { name: "sweep-calls", everySeconds: 5, run: () => sweepCalls(ctx) },
      {
        name: "store-tombstones",
        everySeconds: 2,
        run: () => storeTombstones({ ...ctx, store: objectStore() }),
      },
      { name: "expire-requests", everySeconds: 60, run: () => expireRequests(ctx) },
      {
        name: "end-retentions",
        everySeconds: 3_600,
        run: () => endRetentions(purging, measured(polite(readLoad))),
      },
      { name: "remind", everySeconds: 60, run: () => remind(ctx) },
      { name: "sweep-mails", everySeconds: 60, run: () => sweepMails(ctx) },
      { name: "settle-forwarded", everySeconds: 10, run: () => settleForwarded(ctx) },
      { name: "sweep-inbound", everySeconds: 60, run: () => sweepInbound(ctx) },
      { name: "sweep-files", everySeconds: 60, run: () => sweepFiles(filesContext()) },
      { name: "part-keys", everySeconds: 60, run: () => partKeys(filesContext()) },
      {
        name: "take-exports",
        everySeconds: 2,
        run: (stopping) => takeDueExports({ ...ctx, ...filesContext() }, stopping),
      },
      {
        name: "sweep-exports",
        everySeconds: 10,
        run: () => sweepExports({ ...ctx, ...filesContext() }),
      },
      { name: "confirm-backups-gone", everySeconds: 10, run: () => confirmBackupsGone(ctx) },
      ...snapshotSweeps(policyProfile(POLICY_PROFILE)),
      { name: "clear-expired-codes", everySeconds: 60, run: () => clearExpiredCodes(ctx) },
      {
        name: "clear-expired-invitations",
        everySeconds: 3_600,
        run: () => clearExpiredInvitations(ctx),
      },
      { name: "sweep-tombstones", everySeconds: 3_600, run: () => sweepTombstones(ctx) },
      { name: "clear-expired-limits", everySeconds: 60, run: () => clearExpiredLimits(ctx) },
    ],
  });
  const telemetry = await startTelemetry(telemetrySettings("worker", process.env, env()));
  if (telemetry.isOn) observeDatabase(ctx.db, ctx.now, [...Object.keys(queues), deadLetters]);
  log.info("The worker is ready.");

  const stop = () => {
    setTimeout(() => endAbruptly(new StopTimeout()), patienceMilliseconds);
    worker
      .stop()
      .then(telemetry.stop)
      .then(() => process.exit(0), endAbruptly);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

/** The worker was told to stop and could not: whoever takes its work over finds every lease ended. */
class StopTimeout extends Error {
  override readonly name = "StopTimeout";
}

/** None where the profile keeps no backups. */
function snapshotSweeps({ backups }: Pick<PolicyProfile, "backups">): Handlers["sweeps"] {
  if (backups === null) return [];
  const { rollOffDays } = backups;
  return [
    {
      name: "roll-off-snapshots",
      everySeconds: 300,
      run: () => rollOffSnapshots(filesContext(), rollOffDays),
    },
    {
      name: "take-snapshots",
      everySeconds: 300,
      run: (stopping) => takeDueSnapshots(filesContext(), stopping),
    },
  ];
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
void work().catch(endAbruptly);
