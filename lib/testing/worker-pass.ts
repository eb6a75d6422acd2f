import type { PgBoss } from "pg-boss";
import {
  advanceRun,
  confirmBackupsGone,
  type ErasureContext,
  endRetentions,
  expireRequests,
  type NoticeRef,
  recoverRuns,
  remind,
  settleForwarded,
  sweepTombstones,
} from "@/lib/erasure";
import { paced, politePace } from "@/lib/erasure/engine";
import { MailDeferred } from "@/lib/mail/mail-deferred";
import type { OutgoingMail } from "@/lib/mail/mailer";
import { sendMail } from "@/lib/mail/send-mail";
import { sendNotice } from "@/lib/mail/send-notice";
import { sweepMails } from "@/lib/mail/sweep-mails";

/** A mail as it left, and when. */
export type SentMail = OutgoingMail & { at: Date };

/**
 * All that a worker does by the clock and by its queues, until nothing is left to do at this moment.
 *
 * @param sent where the mails are put that leave.
 * @param options.deliveries how often each job comes: a queue may hand it out again after it was done.
 */
export async function workerPass(
  ctx: ErasureContext,
  boss: PgBoss,
  sent: SentMail[],
  { deliveries = 1 }: { deliveries?: number } = {},
): Promise<void> {
  await expireRequests(ctx);
  await recoverRuns(ctx);
  await settleForwarded(ctx);
  await work<{ requestId: string }>(boss, deliveries, "advance-run", async ({ requestId }) => {
    while ((await advanceRun(ctx, requestId)) === "again");
  });
  await remind(ctx);
  await confirmBackupsGone(ctx);
  await sweepMails(ctx);
  await sweepTombstones(ctx);
  await endRetentions(ctx, paced(politePace));
  const mailing = { ...ctx, appUrl: "https://app.example.test", mailer: keepingMailer(ctx, sent) };
  await work<{ mailId: string }>(boss, deliveries, "send-mail", ({ mailId }) =>
    sendMail(mailing, mailId),
  );
  await work<NoticeRef>(boss, deliveries, "send-notice", (notice) => sendNotice(mailing, notice));
}

async function work<TData>(
  boss: PgBoss,
  deliveries: number,
  queue: string,
  handle: (data: TData) => Promise<unknown>,
): Promise<void> {
  const jobs = await boss.fetch<TData>(queue, { batchSize: 100 });
  for (const { id, data } of jobs) {
    for (let each = 0; each < deliveries; each += 1) await handle(data).catch(leaveDeferred);
    await boss.complete(queue, id);
  }
}

/** A mail that has to wait is still queued; the sweep asks again for it. */
function leaveDeferred(error: unknown): void {
  if (!(error instanceof MailDeferred)) throw error;
}

function keepingMailer({ now }: ErasureContext, sent: SentMail[]) {
  return {
    async send(mail: OutgoingMail) {
      sent.push({ ...mail, at: now() });
      return { ok: true as const, providerId: mail.id };
    },
  };
}
