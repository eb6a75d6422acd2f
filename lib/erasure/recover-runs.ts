import { and, asc, count, eq, isNull, lte, or } from "drizzle-orm";
import { erasureRequests, erasureRuns, erasureTransitions } from "@/db/schema";
import { runsToTake } from "./admission";
import type { ErasureContext, Tx } from "./context";
import { isPaused } from "./is-paused";
import { reopenRun } from "./reopen-run";
import { resumeHeld } from "./resume-held";

/** When a failed run is tried again: 10 minutes, an hour, a day. After that it waits for people. */
const retryAfterMilliseconds = [10 * 60_000, 60 * 60_000, 24 * 60 * 60_000];

/**
 * Enqueues every request that should be advancing and is not: due, left by a dead worker, waiting
 * for its turn, no longer on hold, or failed some time ago. Leaves alone what a living worker holds,
 * and runs whose turn it is not yet. Does nothing while purges are paused.
 *
 * @returns how many were enqueued.
 */
export async function recoverRuns(ctx: ErasureContext): Promise<number> {
  if (await isPaused(ctx.db)) return 0;
  const resumed = await resumeHeld(ctx);
  await retryFailedRuns(ctx);
  return await ctx.db.transaction(async (tx) => {
    const left = [...(await requestsToStart(tx, ctx)), ...(await runsToTake(tx, ctx.now()))];
    for (const requestId of left) {
      await ctx.jobs.enqueue(tx, { queue: "advance-run", data: { requestId } });
    }
    return resumed + left.length;
  });
}

/** All that are due: one that cannot start must not stand in the way of the next. */
async function requestsToStart(tx: Tx, ctx: ErasureContext): Promise<string[]> {
  const due = await tx
    .select({ requestId: erasureRequests.id })
    .from(erasureRequests)
    .where(
      and(
        eq(erasureRequests.state, "scheduled"),
        or(isNull(erasureRequests.purgeAfter), lte(erasureRequests.purgeAfter, ctx.now())),
      ),
    )
    .orderBy(asc(erasureRequests.dueAt));
  return due.map(({ requestId }) => requestId);
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

      await reopenRun(tx, ctx, request, run.id);
    });
  }
}
