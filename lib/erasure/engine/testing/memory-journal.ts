import type { Cursor } from "../key-range";
import type { Journal } from "../run-plan";
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
 * @param crashesAt the transactions, counted from 1 over all workers, that die before their commit.
 */
export function memoryJournal<TTx extends Executor>(
  database: Transactor<TTx> & Executor,
  crashesAt: readonly number[] = [],
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
      open: async (_tx, ordinal) => recorded.get(ordinal) ?? fresh,
      async record(_tx, ordinal, { rows, cursor, isDone }) {
        const before = recorded.get(ordinal) ?? fresh;
        const largestBatch = Math.max(before.largestBatch, rows);
        uncommitted.push([ordinal, { rows: before.rows + rows, largestBatch, cursor, isDone }]);
      },
    },
  };
}
