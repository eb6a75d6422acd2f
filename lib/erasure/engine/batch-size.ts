/** A batch that is over: the rows it changed, its whole transaction's time, the step it was of. */
export type Batch = { rows: number; elapsedMs: number; step?: number };

/** How a purge sizes its batches: towards a time, between two numbers of rows. */
export type Pace = { budgetMs: number; minRows: number; maxRows: number };

const firstRows = 1_000;

/** Sizes the next batch from the smoothed time per row of those before it. */
export function batchSize({ budgetMs, minRows, maxRows }: Pace) {
  let size = within(firstRows);
  let step: number | undefined;
  let msPerRow: number | null = null;
  let bestMsPerRow = Number.POSITIVE_INFINITY;

  function within(rows: number): number {
    return Math.round(Math.min(Math.max(rows, minRows), maxRows));
  }

  return {
    rows: () => size,

    /** Towards the budget: at most twice the last size, and as much smaller as it takes. */
    learn(batch: Batch): void {
      if (batch.step !== step) {
        // Another table's rows cost something else.
        step = batch.step;
        msPerRow = null;
        bestMsPerRow = Number.POSITIVE_INFINITY;
      }
      // A few rows in no time tell what a transaction costs, and nothing about rows.
      if (batch.rows < minRows && batch.elapsedMs < budgetMs) return;
      const latest = Math.max(batch.elapsedMs, 0.1) / Math.max(batch.rows, minRows, 1);
      msPerRow = msPerRow === null ? latest : (msPerRow + latest) / 2;
      bestMsPerRow = Math.min(bestMsPerRow, latest);
      size = within(Math.min(budgetMs / msPerRow, size * 2));
    },

    /** What made a batch wait too long may be gone for a smaller one. */
    halve(): void {
      size = within(size / 2);
    },

    /** How many times as long a row takes now as it took at best; 1 when nothing is known. */
    slowdown: () => (msPerRow === null ? 1 : Math.max(msPerRow / bestMsPerRow, 1)),
  };
}
