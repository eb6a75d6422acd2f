import { and, eq, inArray, isNotNull, lt, lte, notExists, or } from "drizzle-orm";
import {
  erasureMails,
  erasureRequests,
  inboundMails,
  mailEvents,
  webhookDeliveries,
} from "@/db/schema";
import type { ErasureContext } from "@/lib/erasure";

const minute = 60 * 1000;
const day = 24 * 60 * minute;

const overdueAfter = 10 * minute;
/** What a machine wrote is kept for somebody to look up why an answer did not come. */
const setAsideKept = 30 * day;
/** Reports of mails that are not ours: other programs may send through the same account. */
const strangersReportsKept = 30 * day;
const mailsAtOnce = 1_000;

/**
 * Catches what reading lost, and lets go of what nobody needs: unread mails whose job is gone are
 * enqueued again; the seals of mails whose request has ended, that an operator has dealt with or
 * that a machine sent a month ago are destroyed; deliveries and reports are forgotten in time.
 *
 * @returns how many of each.
 */
export async function sweepInbound(
  ctx: Pick<ErasureContext, "db" | "now" | "jobs">,
): Promise<{ enqueued: number; unsealed: number; forgotten: number }> {
  return {
    enqueued: await enqueueUnread(ctx),
    unsealed: await destroySeals(ctx),
    forgotten: await forget(ctx),
  };
}

type SweepContext = Parameters<typeof sweepInbound>[0];

async function enqueueUnread({ db, now, jobs }: SweepContext): Promise<number> {
  const unread = await db
    .select({ inboundMailId: inboundMails.id })
    .from(inboundMails)
    .where(
      and(
        eq(inboundMails.state, "received"),
        lt(inboundMails.receivedAt, before(now(), overdueAfter)),
      ),
    )
    .orderBy(inboundMails.id)
    .limit(mailsAtOnce);
  await db.transaction(async (tx) => {
    for (const data of unread) await jobs.enqueue(tx, { queue: "read-inbound", data });
  });
  return unread.length;
}

async function destroySeals({ db, now }: SweepContext): Promise<number> {
  const requestHasEnded = inArray(
    inboundMails.requestId,
    db
      .select({ id: erasureRequests.id })
      .from(erasureRequests)
      .where(isNotNull(erasureRequests.closedAt)),
  );
  const unsealed = await db
    .update(inboundMails)
    .set({ sealed: null, senderDigest: null })
    .where(
      and(
        isNotNull(inboundMails.sealed),
        or(
          eq(inboundMails.state, "settled"),
          and(eq(inboundMails.state, "understood"), requestHasEnded),
          and(
            eq(inboundMails.state, "set_aside"),
            or(lte(inboundMails.receivedAt, before(now(), setAsideKept)), requestHasEnded),
          ),
        ),
      ),
    )
    .returning({ id: inboundMails.id });
  return unsealed.length;
}

async function forget({ db, now }: SweepContext): Promise<number> {
  const deliveries = await db
    .delete(webhookDeliveries)
    .where(lte(webhookDeliveries.expiresAt, now()))
    .returning({ id: webhookDeliveries.deliveryId });
  const ours = db
    .select({ id: erasureMails.id })
    .from(erasureMails)
    .where(eq(erasureMails.providerId, mailEvents.providerId));
  const reports = await db
    .delete(mailEvents)
    .where(and(lte(mailEvents.recordedAt, before(now(), strangersReportsKept)), notExists(ours)))
    .returning({ id: mailEvents.providerId });
  return deliveries.length + reports.length;
}

function before(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() - milliseconds);
}
