import type { Executor, Journal, Plan, StepProgress } from "@/lib/erasure/engine";

/**
 * Keeps a purge's progress in memory, for one worker that is never killed: what is measured is the
 * engine without its ledger.
 *
 * @param planned the rows of every step.
 */
export function memoryJournal<TTx extends Executor>(
  { steps }: Plan,
  planned: readonly number[],
): Journal<TTx> & { rows(): number } {
  const progress: StepProgress[] = steps.map((_step, ordinal) => ({
    cursor: null,
    isDone: false,
    doneRows: 0,
    plannedRows: planned[ordinal] ?? null,
  }));
  return {
    rows: () => progress.reduce((sum, { doneRows }) => sum + doneRows, 0),
    read: async () => progress.map((step) => ({ ...step })),
    mayGoOn: async () => true,
    async record(_tx, results) {
      for (const { ordinal, rows, ...result } of results) {
        const { doneRows = 0, plannedRows = null } = progress[ordinal] ?? {};
        progress[ordinal] = { ...result, doneRows: doneRows + rows, plannedRows };
      }
    },
  };
}
