import { and, count, eq, inArray, isNull, lte, or } from "drizzle-orm";
import { erasureRequests, erasureRuns, erasureTransitions } from "@/db/schema";
import type { ErasureContext } from "./context";
import { reopenSteps } from "./reopen-steps";
import { resumeHeld } from "./resume-held";
import { transition } from "./transition";

/** When a failed run is tried again: 10 minutes, an hour, a day. After that it waits for people. */
const retryAfterMilliseconds = [10 * 60_000, 60 * 60_000, 24 * 60 * 60_000];

/**
 * Enqueues every request that should be advancing and is not: due, left by a dead worker, no longer
 * on hold, or failed some time ago. Leaves alone what a living worker holds.
 *
 * @returns how many were enqueued.
 */
export async function recoverRuns(ctx: ErasureContext): Promise<number> {
  const resumed = await resumeHeld(ctx);
  await retryFailedRuns(ctx);
  const now = ctx.now();
  return await ctx.db.transaction(async (tx) => {
    const left = await tx
      .select({ requestId: erasureRequests.id })
      .from(erasureRequests)
      .leftJoin(erasureRuns, eq(erasureRuns.requestId, erasureRequests.id))
      .where(
        or(
          and(
            eq(erasureRequests.state, "scheduled"),
            or(isNull(erasureRequests.purgeAfter), lte(erasureRequests.purgeAfter, now)),
          ),
          and(
            inArray(erasureRequests.state, ["purging", "verifying"]),
            or(isNull(erasureRuns.leaseUntil), lte(erasureRuns.leaseUntil, now)),
          ),
        ),
      );
    for (const { requestId } of left) {
      await ctx.jobs.enqueue(tx, { queue: "advance-run", data: { requestId } });
    }
    return resumed + left.length;
  });
}

async function retryFailedRuns(ctx: ErasureContext): Promise<void> {
  const failed = await ctx.db.select().from(erasureRuns).where(eq(erasureRuns.state, "failed"));
  for (const run of failed) {
    await ctx.db.transaction(async (tx) => {
      const [request] = await tx
        .select({ id: erasureRequests.id, state: erasureRequests.state })
        .from(erasureRequests)
        .where(eq(erasureRequests.id, run.requestId))
        .for("update");
      if (request?.state !== "failed") return;
      const [failures] = await tx
        .select({ count: count() })
        .from(erasureTransitions)
        .where(
          and(
            eq(erasureTransitions.requestId, run.requestId),
            eq(erasureTransitions.toState, "failed"),
          ),
        );
      const wait = retryAfterMilliseconds[(failures?.count ?? 1) - 1];
      const failedAt = run.endedAt?.getTime() ?? 0;
      if (wait === undefined || ctx.now().getTime() < failedAt + wait) return;

      await transition(tx, ctx, request, "purging");
      await tx
        .update(erasureRuns)
        .set({ state: "purging", endedAt: null, leaseUntil: null })
        .where(eq(erasureRuns.id, run.id));
      await reopenSteps(tx, run.id);
    });
  }
}
