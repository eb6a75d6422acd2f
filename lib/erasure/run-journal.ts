import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { erasureRequests, erasureSteps } from "@/db/schema";
import { hasActiveHold } from "./active-hold";
import type { ErasureContext, Tx } from "./context";
import type { Journal, Plan, PlanStep } from "./engine";
import { extendLease, type HeldRun } from "./lease";
import { passFence } from "./pass-fence";
import type { RunSubject } from "./subjects";
import { transition } from "./transition";

const CursorJson = z.array(z.string()).nullable();

/**
 * Keeps one subject's progress in `erasure_steps`, in the batch's own transaction.
 *
 * Before every batch it checks that the run is still this worker's (the fence), that the request is
 * still being purged, and that no legal hold has come: each stops it between two batches. Locking
 * the step makes two workers take turns, so that each row is counted once.
 */
export function runJournal(
  ctx: ErasureContext,
  run: HeldRun,
  { index, subject, plan }: { index: number; subject: RunSubject; plan: Plan },
): Journal<Tx> {
  const stepAt = (ordinal: number) => {
    const step = plan.steps[ordinal];
    if (step === undefined) throw new RangeError(`The plan has no step ${ordinal}.`);
    return step;
  };
  const isStep = (step: PlanStep) =>
    and(
      eq(erasureSteps.runId, run.id),
      eq(erasureSteps.subjectIndex, index),
      eq(erasureSteps.tableName, step.name),
      eq(erasureSteps.action, step.action),
    );

  return {
    async open(tx, ordinal) {
      await passFence(tx);
      if (!(await mayGoOn(tx, ctx, run, subject))) return "stop";
      const planned = stepAt(ordinal);
      const find = () => tx.select().from(erasureSteps).where(isStep(planned)).for("update");
      const [step = await addStep(tx, run, index, planned)] = await find();
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
        .where(isStep(stepAt(ordinal)));
    },
  };
}

async function mayGoOn(
  tx: Tx,
  ctx: ErasureContext,
  run: HeldRun,
  subject: RunSubject,
): Promise<boolean> {
  const [request] = await tx
    .select({ id: erasureRequests.id, state: erasureRequests.state })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, run.requestId))
    .for("share");
  if (request?.state !== "purging") return false;
  if (!(await hasActiveHold(tx, subject.heldBy, ctx.now()))) return await extendLease(tx, ctx, run);
  await transition(tx, ctx, request, "on_hold");
  return false;
}

/** A step that a newer release's map has added while the run was under way. */
async function addStep(
  tx: Tx,
  run: HeldRun,
  subjectIndex: number,
  step: PlanStep,
): Promise<typeof erasureSteps.$inferSelect> {
  const [added] = await tx
    .insert(erasureSteps)
    .values({
      runId: run.id,
      ordinal: sql`(select max(ordinal) + 1 from erasure_steps where run_id = ${run.id})`,
      subjectIndex,
      tableName: step.name,
      category: step.category,
      action: step.action,
      plannedRows: 0,
    })
    .returning();
  if (added === undefined) throw new Error("The step was not written.");
  return added;
}
