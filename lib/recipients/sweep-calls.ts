import { and, eq, isNotNull, lte, sql } from "drizzle-orm";
import { erasureRecipientCalls as calls } from "@/db/schema";
import type { CallContext } from "./call-context";
import { readyCalls } from "./ready-calls";

const callsAtOnce = 200;

/**
 * Enqueues calls that are due, and destroys what failed calls needed once nobody may try them again.
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
    .set({ sealed: null, keptUntil: null })
    .where(and(eq(calls.state, "failed"), isNotNull(calls.sealed), lte(calls.keptUntil, now())))
    .returning({ id: calls.id });
  return { enqueued: due.length, destroyed: destroyed.length };
}
