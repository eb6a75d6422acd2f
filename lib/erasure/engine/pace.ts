import type { Pace } from "./batch-size";

export type { Pace } from "./batch-size";

/** 2,000 rows at most: larger batches raise the neighbours' slowest reads and save little time. */
export const politePace: Pace = { budgetMs: 50, minRows: 100, maxRows: 2_000 };

/** The next batch's size: towards the budget, at most twice or half the last one. */
export function nextLimit(limit: number, elapsedMs: number, pace: Pace): number {
  const ideal = limit * (pace.budgetMs / Math.max(elapsedMs, 1));
  const stepwise = Math.min(Math.max(ideal, limit / 2), limit * 2);
  return Math.round(Math.min(Math.max(stepwise, pace.minRows), pace.maxRows));
}
