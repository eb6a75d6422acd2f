import type { Cursor, Executor, Journal } from "@/lib/erasure/engine";

/**
 * Keeps a purge's progress in memory, for one worker that is never killed: what is measured is the
 * engine, without the few statements that the ledger of a real run adds to each batch.
 */
export function memoryJournal<TTx extends Executor>(): Journal<TTx> & { rows(): number } {
  const steps = new Map<number, { cursor: Cursor | null; isDone: boolean }>();
  let rows = 0;
  return {
    rows: () => rows,
    open: async (_tx, ordinal) => steps.get(ordinal) ?? { cursor: null, isDone: false },
    async record(_tx, ordinal, result) {
      rows += result.rows;
      steps.set(ordinal, { cursor: result.cursor, isDone: result.isDone });
    },
  };
}
