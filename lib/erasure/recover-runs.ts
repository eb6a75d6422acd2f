import { and, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { erasureRequests, erasureRuns, erasureSteps } from "@/db/schema";
import type { ErasureContext } from "./context";
import { transition } from "./transition";

/** A failed run is tried again after this long: what stood in its way may have been a late writer. */
const retryMilliseconds = 10 * 60_000;

/**
 * Enqueues every request that should be advancing and is not: due after its grace period, left by
 * a dead worker, or failed some time ago. Leaves alone what a living worker holds.
 *
 * @returns how many were enqueued.
 */
export async function recoverRuns(ctx: ErasureContext): Promise<number> {
  await retryFailedRuns(ctx);
  const now = ctx.now();
  return await ctx.db.transaction(async (tx) => {
    const left = await tx
      .select({ requestId: erasureRequests.id })
      .from(erasureRequests)
      .leftJoin(erasureRuns, eq(erasureRuns.requestId, erasureRequests.id))
      .where(
        or(
          and(eq(erasureRequests.state, "scheduled"), lte(erasureRequests.purgeAfter, now)),
          and(
            inArray(erasureRequests.state, ["purging", "verifying"]),
            or(isNull(erasureRuns.leaseUntil), lte(erasureRuns.leaseUntil, now)),
          ),
        ),
      );
    for (const { requestId } of left) {
      await ctx.jobs.enqueue(tx, { queue: "advance-run", data: { requestId } });
    }
    return left.length;
  });
}

async function retryFailedRuns(ctx: ErasureContext): Promise<void> {
  const before = new Date(ctx.now().getTime() - retryMilliseconds);
  const failed = await ctx.db
    .select({ runId: erasureRuns.id, requestId: erasureRuns.requestId })
    .from(erasureRuns)
    .where(and(eq(erasureRuns.state, "failed"), lte(erasureRuns.endedAt, before)));
  for (const { runId, requestId } of failed) {
    await ctx.db.transaction(async (tx) => {
      await transition(tx, ctx, { id: requestId, state: "failed" }, "purging");
      await tx
        .update(erasureRuns)
        .set({ state: "purging", endedAt: null, leaseUntil: null })
        .where(eq(erasureRuns.id, runId));
      await tx
        .update(erasureSteps)
        .set({ state: "pending", cursor: sql`null`, endedAt: null })
        .where(eq(erasureSteps.runId, runId));
    });
  }
}
