import { and, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { erasureSteps } from "@/db/schema";
import type { Db, ErasureContext, Tx } from "./context";
import {
  awaitedLater,
  countPlan,
  type Journal,
  type Plan,
  type PlanStep,
  type StepProgress,
  type StepResult,
} from "./engine";
import { extendLease, type HeldRun } from "./lease";
import { mayGoOnOrFails, type Obeyed } from "./may-go-on";

const CursorJson = z
  .union([z.object({ after: z.array(z.string()) }), z.object({ block: z.number() })])
  .nullable();

type Step = typeof erasureSteps.$inferSelect;

/** A worker says so often that it lives: in its first batch, and in the first after so long. */
const heartbeatMilliseconds = 2_000;

/** Keeps one subject's progress in `erasure_steps`, in the batch's own transaction. */
export function runJournal(
  ctx: ErasureContext,
  run: HeldRun,
  { index, plan, obeyed }: { index: number; plan: Plan; obeyed: Obeyed },
): Journal<Tx> {
  const ordinals: number[] = [];
  let beatAt = Number.NEGATIVE_INFINITY;

  /** Goes with the guard; where that refuses, it fails, too. */
  async function beat(tx: Tx): Promise<boolean> {
    const now = ctx.now().getTime();
    if (now < beatAt) return true;
    beatAt = now + heartbeatMilliseconds;
    return await extendLease(tx, ctx, run);
  }

  return {
    async read() {
      const stored = await ctx.db
        .select()
        .from(erasureSteps)
        .where(and(eq(erasureSteps.runId, run.id), eq(erasureSteps.subjectIndex, index)));
      const progress: StepProgress[] = [];
      for (const [at, planned] of plan.steps.entries()) {
        const step =
          stored.find((one) => one.tableName === planned.name && one.action === planned.action) ??
          (await addStep(ctx.db, run, index, planned, plan));
        ordinals[at] = step.ordinal;
        progress.push(progressOf(step));
      }
      return progress;
    },

    async mayGoOn(tx) {
      const guarding = mayGoOnOrFails(tx, ctx, run, obeyed);
      const beating = awaitedLater(beat(tx));
      return (await guarding) && (await beating);
    },

    async record(tx, results) {
      await tx.execute(writtenResults(ctx, run, results, ordinals));
    },
  };
}

function progressOf({ state, cursor, doneRows, plannedRows }: Step): StepProgress {
  return { isDone: state === "done", cursor: CursorJson.parse(cursor), doneRows, plannedRows };
}

/** One statement for all the steps of a batch. */
function writtenResults(
  ctx: ErasureContext,
  run: HeldRun,
  results: readonly StepResult[],
  ordinals: readonly number[],
) {
  const now = ctx.now().toISOString();
  const written = results.map(({ ordinal, rows, cursor, isDone }) => ({
    ordinal: ordinals[ordinal],
    rows,
    cursor,
    is_done: isDone,
  }));
  return sql`
    update ${erasureSteps} set
      state = (case when result.is_done then 'done' else 'running' end)::erasure_step_state,
      cursor = result.cursor,
      done_rows = done_rows + result.rows,
      started_at = coalesce(started_at, ${now}::timestamptz),
      ended_at = case when result.is_done then ${now}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
      as result (ordinal int, rows bigint, cursor jsonb, is_done boolean)
    where run_id = ${run.id} and ${erasureSteps.ordinal} = result.ordinal`;
}

/** A step that a newer release's map has added while the run was under way. */
async function addStep(
  db: Db,
  run: HeldRun,
  subjectIndex: number,
  step: PlanStep,
  plan: Plan,
): Promise<Step> {
  const [plannedRows = 0] = await countPlan(db, { ...plan, steps: [step] });
  const [added] = await db
    .insert(erasureSteps)
    .values({
      runId: run.id,
      ordinal: sql`(select max(ordinal) + 1 from erasure_steps where run_id = ${run.id})`,
      subjectIndex,
      tableName: step.name,
      category: step.category,
      action: step.action,
      plannedRows,
    })
    .returning();
  if (added === undefined) throw new Error("The step was not written.");
  return added;
}
