import { and, eq, isNotNull, lt, notExists } from "drizzle-orm";
import { erasureMails, erasureRequests } from "@/db/schema";
import type { Jobs } from "@/lib/erasure";
import type { MailContext } from "./mail-context";

const overdueAfterMilliseconds = 10 * 60 * 1000;
const sealKeptMilliseconds = 24 * 60 * 60 * 1000;
const mailsAtOnce = 1_000;

/**
 * Catches what sending lost: mails whose job is gone, and addresses that nobody needs any more.
 *
 * A mail queued for more than ten minutes is enqueued again; the queue is to drop that where a job
 * for it still waits. A request closed for a day with no mail left to send loses its seal.
 *
 * @returns how many of each.
 */
export async function sweepMails(
  ctx: Pick<MailContext, "db" | "now"> & { jobs: Jobs },
): Promise<{ enqueued: number; unsealed: number }> {
  return { enqueued: await enqueueOverdue(ctx), unsealed: await destroySeals(ctx) };
}

type SweepContext = Parameters<typeof sweepMails>[0];

async function enqueueOverdue({ db, now, jobs }: SweepContext): Promise<number> {
  const overdue = await db
    .select({ mailId: erasureMails.id })
    .from(erasureMails)
    .where(
      and(
        eq(erasureMails.state, "queued"),
        lt(erasureMails.queuedAt, new Date(now().getTime() - overdueAfterMilliseconds)),
      ),
    )
    .orderBy(erasureMails.queuedAt)
    .limit(mailsAtOnce);

  await db.transaction(async (tx) => {
    for (const data of overdue) await jobs.enqueue(tx, { queue: "send-mail", data });
  });
  return overdue.length;
}

async function destroySeals({ db, now }: SweepContext): Promise<number> {
  const queued = db
    .select({ id: erasureMails.id })
    .from(erasureMails)
    .where(and(eq(erasureMails.requestId, erasureRequests.id), eq(erasureMails.state, "queued")));

  const unsealed = await db
    .update(erasureRequests)
    .set({ sealed: null })
    .where(
      and(
        isNotNull(erasureRequests.sealed),
        lt(erasureRequests.closedAt, new Date(now().getTime() - sealKeptMilliseconds)),
        notExists(queued),
      ),
    )
    .returning({ id: erasureRequests.id });
  return unsealed.length;
}
