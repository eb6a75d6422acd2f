export const listResults = ["opened", "already_open", "unknown", "malformed"] as const;
export type ListResult = (typeof listResults)[number];

/** How many lines of a list have had each result so far. */
export type ListCounts = Record<ListResult, number> & { isInterrupted: boolean };

export const noResults: ListCounts = {
  opened: 0,
  already_open: 0,
  unknown: 0,
  malformed: 0,
  isInterrupted: false,
};

/** Adds whole lines of the CSV that answers a list: the result is the last column. */
export function countResults(counts: ListCounts, lines: readonly string[]): ListCounts {
  const sum = { ...counts };
  for (const line of lines) {
    const result = line.slice(line.lastIndexOf(",") + 1).trim();
    const known = listResults.find((one) => one === result);
    if (known !== undefined) sum[known] += 1;
    if (result === "interrupted") sum.isInterrupted = true;
  }
  return sum;
}
