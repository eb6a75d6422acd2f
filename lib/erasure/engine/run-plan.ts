import type { Cursor } from "./key-range";
import { nextLimit, type Pace } from "./pace";
import type { Plan } from "./plan";
import { type BatchResult, purgeBatch } from "./purge-batch";
import { maySkipReferentialTriggers, skipReferentialTriggers } from "./referential-triggers";
import type { Executor, Transactor } from "./statements";

/**
 * Where a run's progress is kept. Both sides run inside the batch's own transaction, so that the
 * record and the rows commit together.
 */
export type Journal<TTx extends Executor> = {
  /**
   * Locks the step and says where it stands; `stop` ends the run here (held, cancelled, or taken
   * over by another worker).
   */
  open(tx: TTx, ordinal: number): Promise<{ cursor: Cursor | null; isDone: boolean } | "stop">;
  record(tx: TTx, ordinal: number, result: BatchResult): Promise<void>;
};

export type RunOptions = {
  pace: Pace;
  now: () => Date;
  /** Stops between two batches once true; what is done stays done. */
  shouldYield: () => boolean;
};

/**
 * Executes a plan batch by batch, each in one short transaction.
 *
 * Killed anywhere, it goes on from the journal; run twice, the second finds nothing to do; run by
 * two at once, each row goes once, because a step is locked while a batch of it runs.
 *
 * @returns `done` when every step is, `yielded` or `stopped` otherwise.
 */
export async function runPlan<TTx extends Executor>(
  db: Transactor<TTx> & Executor,
  plan: Plan,
  journal: Journal<TTx>,
  options: RunOptions,
): Promise<"done" | "yielded" | "stopped"> {
  const isUnchecked = await maySkipReferentialTriggers(db, plan);
  let limit = Math.min(options.pace.maxRows, 1_000);
  for (const [ordinal, step] of plan.steps.entries()) {
    for (;;) {
      if (options.shouldYield()) return "yielded";
      const started = performance.now();
      const outcome = await db.transaction(async (tx) => {
        const state = await journal.open(tx, ordinal);
        if (state === "stop" || state.isDone) return state;
        if (isUnchecked) await skipReferentialTriggers(tx);
        const result = await purgeBatch(tx, step, {
          cursor: state.cursor,
          limit,
          now: options.now(),
        });
        await journal.record(tx, ordinal, result);
        return result;
      });
      if (outcome === "stop") return "stopped";
      if (outcome.isDone) break;
      limit = nextLimit(limit, performance.now() - started, options.pace);
    }
  }
  return "done";
}
