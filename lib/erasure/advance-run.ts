import { and, eq } from "drizzle-orm";
import { erasureRequests, erasureRuns, erasureSteps } from "@/db/schema";
import { completeRun } from "./complete-run";
import type { ErasureContext } from "./context";
import { type Pace, type Plan, politePace, runPlan } from "./engine";
import { extendLease, type HeldRun, releaseRun, takeRun } from "./lease";
import { reopenSteps } from "./reopen-steps";
import { runJournal } from "./run-journal";
import { settleMembers } from "./settle-members";
import { hasSqlState } from "./sql-state";
import { startRun } from "./start-run";
import { planFor, RunSubjects } from "./subjects";
import { transition } from "./transition";

/** Work between two looks at the queue: long enough to be cheap, short enough to be fair. */
const sliceMilliseconds = 5_000;

const foreignKeyViolation = "23503";

/** A run whose slice threw is left alone for so long, and then tried again. */
const backOffMilliseconds = 60_000;

/**
 * Takes a request as far as it goes in one slice: starts its run, purges, verifies, completes.
 *
 * Safe to repeat and to run twice at once: a run belongs to one worker at a time, and a dead
 * worker's run is taken over when its lease ends.
 *
 * @returns `again` when there is more to do now; `failed` when verification found residue.
 */
export async function advanceRun(
  ctx: ErasureContext,
  requestId: string,
  pace: Pace = politePace,
): Promise<"again" | "finished" | "failed"> {
  await startRun(ctx, requestId);
  const [request] = await ctx.db
    .select({ state: erasureRequests.state })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId));
  if (request?.state !== "purging" && request?.state !== "verifying") return "finished";
  const run = await takeRun(ctx, requestId);
  if (run === null) return "finished";

  try {
    if (request.state === "purging") {
      const outcome = await purge(ctx, run, pace);
      if (outcome !== "done") {
        await releaseRun(ctx, run);
        return outcome === "yielded" ? "again" : "finished";
      }
    }
    return await completeRun(ctx, run);
  } catch (error) {
    // A late writer's row refers to one that is to go: it has to go, too.
    if (hasSqlState(error, foreignKeyViolation)) await reopenSteps(ctx.db, run.id);
    await extendLease(ctx.db, ctx, run, backOffMilliseconds);
    throw error;
  }
}

async function purge(
  ctx: ErasureContext,
  run: typeof erasureRuns.$inferSelect,
  pace: Pace,
): Promise<"done" | "yielded" | "stopped"> {
  const yieldAt = performance.now() + sliceMilliseconds;
  let subjects = RunSubjects.parse(run.subjects);
  for (let index = 0; index < subjects.length; index++) {
    if (!subjects[index]?.isSettled) subjects = await settleMembers(ctx, run, index);
    const subject = subjects[index];
    if (subject === undefined) continue;
    const plan = await pendingPart(ctx, run, index, planFor(subject));
    const outcome = await runPlan(ctx.db, plan, runJournal(ctx, run, { index, subject, plan }), {
      pace,
      now: ctx.now,
      shouldYield: () => performance.now() > yieldAt,
    });
    if (outcome !== "done") return outcome;
  }
  await ctx.db.transaction(async (tx) => {
    await transition(tx, ctx, { id: run.requestId, state: "purging" }, "verifying");
    await tx
      .update(erasureRuns)
      .set({ state: "verifying", purgedAt: ctx.now() })
      .where(eq(erasureRuns.id, run.id));
  });
  return "done";
}

/** The plan without the steps that an earlier slice finished. */
async function pendingPart(
  ctx: ErasureContext,
  run: HeldRun,
  subjectIndex: number,
  plan: Plan,
): Promise<Plan> {
  const done = await ctx.db
    .select({ table: erasureSteps.tableName, action: erasureSteps.action })
    .from(erasureSteps)
    .where(
      and(
        eq(erasureSteps.runId, run.id),
        eq(erasureSteps.subjectIndex, subjectIndex),
        eq(erasureSteps.state, "done"),
      ),
    );
  return {
    ...plan,
    steps: plan.steps.filter(
      (step) => !done.some((one) => one.table === step.name && one.action === step.action),
    ),
  };
}
