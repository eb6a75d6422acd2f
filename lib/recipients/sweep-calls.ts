import { and, isNotNull, isNull, lt, lte, or, sql } from "drizzle-orm";
import { erasureRecipientCalls as calls } from "@/db/schema";
import type { CallContext } from "./call-context";
import { readyCalls } from "./ready-calls";

const callsAtOnce = 200;

/**
 * Enqueues calls that are due, and destroys what failed calls needed once nobody may try them again:
 * also of those that are being tried again just then, and held by no worker.
 *
 * @returns how many of each.
 */
export async function sweepCalls(
  ctx: Pick<CallContext, "db" | "now" | "jobs">,
): Promise<{ enqueued: number; destroyed: number }> {
  const { db, now, jobs } = ctx;
  const due = await readyCalls(db, now(), sql`true`, callsAtOnce);
  if (due.length > 0) {
    await db.transaction(async (tx) => {
      for (const callId of due) {
        await jobs.enqueue(tx, { queue: "call-recipient", data: { callId } });
      }
    });
  }
  const destroyed = await db
    .update(calls)
    .set({
      state: "failed",
      failed: sql`${calls.targets} - ${calls.done} - ${calls.alreadyGone}`,
      settledAt: sql`coalesce(${calls.settledAt}, ${now().toISOString()}::timestamptz)`,
      sealed: null,
      failedPositions: null,
      keptUntil: null,
    })
    .where(
      and(
        isNotNull(calls.sealed),
        lte(calls.keptUntil, now()),
        or(isNull(calls.leaseUntil), lt(calls.leaseUntil, now())),
      ),
    )
    .returning({ id: calls.id });
  return { enqueued: due.length, destroyed: destroyed.length };
}
