import { type SQL, sql } from "drizzle-orm";
import { awaitedLater } from "./awaited-later";
import type { Governor } from "./governor";
import { isTimeout } from "./is-timeout";
import type { Journal, StepProgress, StepResult } from "./journal";
import { nextBatch, type Portion } from "./next-batch";
import { pickKeys } from "./pick-keys";
import type { Plan } from "./plan";
import { isAnyLeft, type Picked, purgeBatch } from "./purge-batch";
import { referentialChecks } from "./referential-triggers";
import { type Executor, rowsOf, type Transactor } from "./statements";
import { readTableSizes } from "./table-sizes";

export type RunOptions = {
  governor: Governor;
  now: () => Date;
  /** Stops between two batches once true; what is done stays done. */
  shouldYield: () => boolean;
  /** Whether the planned counts are final: nobody can add rows of the subject any more. */
  isFrozen: boolean;
};

/**
 * Executes a plan batch by batch, each in one short transaction.
 *
 * Killed anywhere, it goes on from the journal; run twice, the second finds nothing to do; run by
 * two at once, each row goes once and is counted by the one that took it. A batch does not wait for
 * the disk: a server that crashes loses its rows and its record together, and both are done again.
 *
 * @returns `done` when every step is, `yielded` or `stopped` otherwise.
 */
export async function runPlan<TTx extends Executor>(
  db: Transactor<TTx> & Executor,
  plan: Plan,
  journal: Journal<TTx>,
  { governor, now, shouldYield, isFrozen }: RunOptions,
): Promise<"done" | "yielded" | "stopped"> {
  const mayGoUnchecked = referentialChecks(db, plan);
  const sizes = await readTableSizes(db, plan);
  const progress = [...(await journal.read())];
  const picked = new Map<number, Picked>();

  for (;;) {
    const batch = nextBatch(plan, progress, await governor.limit(), sizes);
    if (batch.length === 0) return "done";
    if (shouldYield()) return "yielded";
    await pickFor(batch);
    const settings = settingsOf(await mayGoUnchecked(batch.map(({ step }) => step)));
    const started = performance.now();
    try {
      const { results, recording, later } = await db.transaction((tx) =>
        execute(tx, batch, settings),
      );
      await recording;
      for (const result of results) progress[result.ordinal] = advanced(progress, result);
      for (const [ordinal, keys] of later) {
        if (keys === undefined) picked.delete(ordinal);
        else picked.set(ordinal, keys);
      }
      await governor.after(
        {
          rows: results.reduce((sum, { rows }) => sum + rows, 0),
          elapsedMs: performance.now() - started,
          step: batch[0]?.ordinal ?? 0,
        },
        shouldYield,
      );
    } catch (error) {
      if (error instanceof Stopped) return "stopped";
      if (!isTimeout(error) || !(await governor.blocked(shouldYield))) throw error;
    }
  }

  /** Before the batch, whose transaction is to be short; and what it took says nothing of a batch. */
  async function pickFor(batch: readonly Portion[]): Promise<void> {
    for (const { ordinal, step, way } of batch) {
      if (way.by !== "lookup" || picked.has(ordinal)) continue;
      const started = performance.now();
      picked.set(ordinal, await pickKeys(db, step));
      await governor.rest(performance.now() - started, shouldYield);
    }
  }

  /**
   * Statements that do not need each other's answers go together, in their order: the guard and all
   * that it guards, then the record and the commit. What follows a refusal is rolled back, and a
   * commit that follows a record that failed is none.
   */
  async function execute(tx: TTx, batch: readonly Portion[], settings: SQL) {
    const guarding = journal.mayGoOn(tx);
    const changing = [
      rowsOf(tx, settings),
      ...batch.map((portion) => purgeBatch(tx, portion, now(), picked.get(portion.ordinal))),
    ] as const;
    const allChanged = awaitedLater(Promise.all(changing));
    const changed = await orWhenAllEnded(changing, async () => {
      if (!(await guarding)) throw new Stopped();
      const [, ...portions] = await allChanged;
      return portions;
    });

    const results: StepResult[] = [];
    const later = new Map<number, Picked | undefined>();
    for (const { isAtEnd, picked: keys, ...result } of changed) {
      results.push({ ...result, isDone: result.isDone || (isAtEnd && (await isAll(tx, result))) });
      later.set(result.ordinal, keys);
    }
    return { results, later, recording: awaitedLater(journal.record(tx, results.map(onRecord))) };
  }

  /** A step that leaves rows ends for this worker only: the next one looks again from the start. */
  function onRecord(result: StepResult): StepResult {
    const isOpen = result.isDone && plan.steps[result.ordinal]?.leavesRows === true;
    return isOpen ? { ...result, isDone: false, cursor: null } : result;
  }

  /** A writer who was under way may have left rows behind: then the step starts over. */
  async function isAll(tx: TTx, result: StepResult): Promise<boolean> {
    const { doneRows, plannedRows } = advanced(progress, result);
    if (isFrozen && doneRows === plannedRows) return true;
    const step = plan.steps[result.ordinal];
    return step === undefined || !(await isAnyLeft(tx, step));
  }
}

/**
 * Fails only when nothing that was sent is under way any more: a share of several statements would send
 * its next behind the rollback, into no transaction.
 */
async function orWhenAllEnded<T>(
  sent: readonly Promise<unknown>[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await Promise.allSettled(sent);
    throw error;
  }
}

/** Rolls the batch's transaction back. */
class Stopped extends Error {}

function advanced(progress: readonly StepProgress[], result: StepResult): StepProgress {
  const before = progress[result.ordinal];
  return {
    cursor: result.cursor,
    isDone: result.isDone,
    doneRows: (before?.doneRows ?? 0) + result.rows,
    plannedRows: before?.plannedRows ?? null,
  };
}

/** Counting and verifying may take longer; a batch is meant to take a fraction of a second. */
const statementTimeout = "10s";

function settingsOf(isUnchecked: boolean): SQL {
  const role = isUnchecked ? sql`, set_config('session_replication_role', 'replica', true)` : sql``;
  return sql`
    select set_config('synchronous_commit', 'off', true),
      set_config('statement_timeout', ${statementTimeout}, true)${role}`;
}
