import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { erasureRequests, erasureRuns, erasureSteps } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import type { Journal, Plan } from "./engine";

const CursorJson = z.array(z.string()).nullable();

/** How long a worker may be silent before another takes its run over. */
export const leaseMilliseconds = 15_000;

/** A run that this worker holds, by the fence it took it with. */
export type HeldRun = { id: string; requestId: string; fence: number };

/**
 * Keeps one subject's progress in `erasure_steps`, in the batch's own transaction.
 *
 * Before every batch it checks that the run is still this worker's (the fence) and that the
 * request is still being purged: a hold, or another worker, stops it between two batches. Locking
 * the step makes two workers take turns, so that each row is counted once.
 */
export function runJournal(
  ctx: ErasureContext,
  run: HeldRun,
  subjectIndex: number,
  plan: Plan,
): Journal<Tx> {
  const isStep = (ordinal: number) => {
    const step = plan.steps[ordinal];
    if (step === undefined) throw new RangeError(`The plan has no step ${ordinal}.`);
    return and(
      eq(erasureSteps.runId, run.id),
      eq(erasureSteps.subjectIndex, subjectIndex),
      eq(erasureSteps.tableName, step.table.name),
      eq(erasureSteps.action, step.action),
    );
  };

  return {
    async open(tx, ordinal) {
      if (!(await extendLease(tx, ctx, run))) return "stop";
      const [step] = await tx.select().from(erasureSteps).where(isStep(ordinal)).for("update");
      if (step === undefined) {
        throw new Error(`The run has no step for "${plan.steps[ordinal]?.table.name}".`);
      }
      return { cursor: CursorJson.parse(step.cursor), isDone: step.state === "done" };
    },

    async record(tx, ordinal, result) {
      const now = ctx.now();
      await tx
        .update(erasureSteps)
        .set({
          state: result.isDone ? "done" : "running",
          cursor: result.isDone ? null : result.cursor,
          doneRows: sql`${erasureSteps.doneRows} + ${result.rows}`,
          startedAt: sql`coalesce(${erasureSteps.startedAt}, ${now.toISOString()}::timestamptz)`,
          ...(result.isDone ? { endedAt: now } : {}),
        })
        .where(isStep(ordinal));
    },
  };
}

async function extendLease(tx: Tx, ctx: ErasureContext, run: HeldRun): Promise<boolean> {
  const [request] = await tx
    .select({ state: erasureRequests.state })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, run.requestId))
    .for("share");
  if (request?.state !== "purging") return false;
  const held = await tx
    .update(erasureRuns)
    .set({ leaseUntil: new Date(ctx.now().getTime() + leaseMilliseconds) })
    .where(and(eq(erasureRuns.id, run.id), eq(erasureRuns.fence, run.fence)))
    .returning({ id: erasureRuns.id });
  return held.length > 0;
}
