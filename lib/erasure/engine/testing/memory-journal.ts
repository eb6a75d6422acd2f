import type { Cursor } from "../cursor";
import type { Journal } from "../journal";
import type { Plan } from "../plan";
import type { Executor, Transactor } from "../statements";

/** What a step has on record: the rows of all its batches and of its largest, and where it stands. */
export type Recorded = {
  rows: number;
  largestBatch: number;
  cursor: Cursor | null;
  isDone: boolean;
};

/** The process is gone: nothing of the transaction it was in has happened. */
export class Crash extends Error {}

/**
 * A journal in memory that behaves as one in the database would: what a batch records counts once
 * its transaction has committed, and is gone when it has not.
 *
 * @param options.crashesAt the transactions, counted from 1 over all workers, that die before their
 * commit.
 * @param options.stopsAt the transactions that find the run stopped.
 * @param options.planned the rows of every step, where they were counted.
 */
export function memoryJournal<TTx extends Executor>(
  database: Transactor<TTx> & Executor,
  { steps }: Plan,
  {
    crashesAt = [],
    stopsAt = [],
    planned,
  }: {
    crashesAt?: readonly number[];
    stopsAt?: readonly number[];
    planned?: readonly number[] | undefined;
  } = {},
): {
  db: Transactor<TTx> & Executor;
  journal: Journal<TTx>;
  /** By the ordinal of the step. */
  recorded: ReadonlyMap<number, Recorded>;
} {
  const recorded = new Map<number, Recorded>();
  const fresh: Recorded = { rows: 0, largestBatch: 0, cursor: null, isDone: false };
  let transactions = 0;
  let uncommitted: [number, Recorded][] = [];

  return {
    recorded,
    db: {
      execute: (query) => database.execute(query),
      async transaction(work) {
        uncommitted = [];
        const result = await database.transaction(async (tx) => {
          const done = await work(tx);
          transactions += 1;
          if (crashesAt.includes(transactions)) throw new Crash(`in transaction ${transactions}`);
          return done;
        });
        for (const [ordinal, step] of uncommitted) recorded.set(ordinal, step);
        return result;
      },
    },
    journal: {
      read: async () =>
        steps.map((_step, ordinal) => {
          const { rows, cursor, isDone } = recorded.get(ordinal) ?? fresh;
          return { cursor, isDone, doneRows: rows, plannedRows: planned?.[ordinal] ?? null };
        }),
      // A stopped transaction counts as one, so that the next may go on.
      async mayGoOn() {
        const mayGoOn = !stopsAt.includes(transactions + 1);
        if (!mayGoOn) transactions += 1;
        return mayGoOn;
      },
      async record(_tx, results) {
        for (const { ordinal, rows, cursor, isDone } of results) {
          const before = recorded.get(ordinal) ?? fresh;
          const largestBatch = Math.max(before.largestBatch, rows);
          uncommitted.push([ordinal, { rows: before.rows + rows, largestBatch, cursor, isDone }]);
        }
      },
    },
  };
}
