import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import { erasureRequests, erasureRuns } from "@/db/schema";
import { completeRun } from "./complete-run";
import type { ErasureContext } from "./context";
import { type Pace, politePace, runPlan } from "./engine";
import { type HeldRun, leaseMilliseconds, runJournal } from "./run-journal";
import { startRun } from "./start-run";
import { planFor, RunSubjects } from "./subjects";
import { transition } from "./transition";

/** Work between two looks at the queue: long enough to be cheap, short enough to be fair. */
const sliceMilliseconds = 5_000;

/**
 * Takes a request as far as it goes in one slice: starts its run, purges, verifies, completes.
 *
 * Safe to repeat and to run twice at once: a run belongs to one worker at a time, and a dead
 * worker's run is taken over when its lease ends.
 *
 * @returns `again` when there is more to do now.
 */
export async function advanceRun(
  ctx: ErasureContext,
  requestId: string,
  pace: Pace = politePace,
): Promise<"again" | "finished"> {
  await startRun(ctx, requestId);
  const run = await takeRun(ctx, requestId);
  if (run === null) return "finished";

  const yieldAt = performance.now() + sliceMilliseconds;
  if (run.requestState === "purging") {
    for (const [index, subject] of run.subjects.entries()) {
      const plan = planFor(subject);
      const outcome = await runPlan(ctx.db, plan, runJournal(ctx, run, index, plan), {
        pace,
        now: ctx.now,
        shouldYield: () => performance.now() > yieldAt,
      });
      if (outcome === "done") continue;
      await releaseRun(ctx, run);
      return outcome === "yielded" ? "again" : "finished";
    }
    await endPurge(ctx, run);
  }
  await completeRun(ctx, run);
  return "finished";
}

type TakenRun = HeldRun & {
  requestState: "purging" | "verifying";
  subjects: ReturnType<typeof RunSubjects.parse>;
};

/** Claims the run, atomically, unless another worker's lease still holds. */
async function takeRun(ctx: ErasureContext, requestId: string): Promise<TakenRun | null> {
  const now = ctx.now();
  const [request] = await ctx.db
    .select({ state: erasureRequests.state })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId));
  if (request?.state !== "purging" && request?.state !== "verifying") return null;

  const [run] = await ctx.db
    .update(erasureRuns)
    .set({
      fence: sql`${erasureRuns.fence} + 1`,
      leaseUntil: new Date(now.getTime() + leaseMilliseconds),
    })
    .where(
      and(
        eq(erasureRuns.requestId, requestId),
        or(isNull(erasureRuns.leaseUntil), lt(erasureRuns.leaseUntil, now)),
      ),
    )
    .returning();
  if (run === undefined) return null;
  return {
    id: run.id,
    requestId,
    fence: run.fence,
    requestState: request.state,
    subjects: RunSubjects.parse(run.subjects),
  };
}

async function releaseRun(ctx: ErasureContext, run: HeldRun): Promise<void> {
  await ctx.db
    .update(erasureRuns)
    .set({ leaseUntil: null })
    .where(and(eq(erasureRuns.id, run.id), eq(erasureRuns.fence, run.fence)));
}

async function endPurge(ctx: ErasureContext, run: HeldRun): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await transition(tx, ctx, { id: run.requestId, state: "purging" }, "verifying");
    await tx
      .update(erasureRuns)
      .set({ state: "verifying", purgedAt: ctx.now() })
      .where(eq(erasureRuns.id, run.id));
  });
}
