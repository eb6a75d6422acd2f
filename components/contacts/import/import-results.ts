import {
  type ImportRefusal,
  type ImportStop,
  importOutcomes,
  importRefusals,
  importStops,
} from "@/lib/contacts/schemas";

/** How an import is getting on; of those refused the first are kept to be shown. */
export type ImportResults = Record<(typeof importOutcomes)[number], number> & {
  refusals: readonly { line: string; reason: ImportRefusal }[];
  stopped: ImportStop | null;
};

export const noResults: ImportResults = {
  imported: 0,
  updated: 0,
  refused: 0,
  refusals: [],
  stopped: null,
};

export const refusalsShown = 200;

/** Adds whole lines of the CSV that answers a list: number, outcome, reason. */
export function withResults(results: ImportResults, lines: readonly string[]): ImportResults {
  const sum = { ...results, refusals: [...results.refusals] };
  for (const text of lines) {
    const [line = "", outcome, reason] = text.trim().split(",");
    const known = importOutcomes.find((one) => one === outcome);
    if (known !== undefined) sum[known] += 1;
    const refusal = importRefusals.find((one) => one === reason);
    if (refusal !== undefined && sum.refusals.length < refusalsShown) {
      sum.refusals.push({ line, reason: refusal });
    }
    if (outcome === "stopped") sum.stopped = importStops.find((one) => one === reason) ?? null;
  }
  return sum;
}
