export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The smallest value that so many percent of them do not exceed; NaN of none. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const position = Math.max(Math.ceil((percent / 100) * sorted.length) - 1, 0);
  return sorted[position] ?? Number.NaN;
}
