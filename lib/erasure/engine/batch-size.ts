/** A batch that is over: the rows it changed, its whole transaction's time, the step it was of. */
export type Batch = { rows: number; elapsedMs: number; step?: number };

/** How a purge sizes its batches: towards a time, between two numbers of rows. */
export type Pace = { budgetMs: number } & Bounds;

type Bounds = { minRows: number; maxRows: number };

/** 2,000 rows at most: larger batches raise the neighbours' slowest reads and save little time. */
export const politePace: Pace = { budgetMs: 50, minRows: 100, maxRows: 2_000 };

const firstRows = 1_000;

/** A batch of fewer is the end of a step: what it took says nothing of what its limit would take. */
const tellingShare = 1 / 8;

/**
 * Sizes the next batch from the smoothed time of those before it.
 *
 * Times are taken per row of a batch's limit, not of those that it changed: where a batch goes through
 * a table's blocks, other subjects' rows cost time, too.
 */
export function batchSize({ minRows, maxRows }: Bounds) {
  let size = within(firstRows);
  let step: number | undefined;
  let msPerRow: number | null = null;
  let bestMsPerRow = Number.POSITIVE_INFINITY;

  function within(rows: number): number {
    return Math.round(Math.min(Math.max(rows, minRows), maxRows));
  }

  return {
    rows: () => size,

    /** Towards the budget: at most four times the last size, and as much smaller as it takes. */
    learn(batch: Batch, { limit, budgetMs }: { limit: number; budgetMs: number }): void {
      if (batch.step !== step) {
        // Another table's rows cost something else.
        step = batch.step;
        msPerRow = null;
        bestMsPerRow = Number.POSITIVE_INFINITY;
      }
      if (batch.rows < limit * tellingShare && batch.elapsedMs < budgetMs) return;
      const latest = Math.max(batch.elapsedMs, 0.1) / limit;
      msPerRow = msPerRow === null ? latest : (msPerRow + latest) / 2;
      bestMsPerRow = Math.min(bestMsPerRow, latest);
      size = within(Math.min(budgetMs / msPerRow, size * 4));
    },

    /** What made a batch wait too long may be gone for a smaller one. */
    halve(): void {
      size = within(size / 2);
    },

    /** How many times as long a row takes now as it took at best; 1 when nothing is known. */
    slowdown: () => (msPerRow === null ? 1 : Math.max(msPerRow / bestMsPerRow, 1)),
  };
}
