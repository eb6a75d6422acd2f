import type { PlanStep } from "./engine";
import type { ErasurePreview } from "./status";

/** What the steps of a plan erase, by category, without those that have nothing to erase. */
export function erasedIn(
  steps: readonly { step: PlanStep; rows: number }[],
): ErasurePreview["erased"] {
  const erased = new Map<string, number>();
  for (const { step, rows } of steps) {
    if (step.action !== "erase") continue;
    erased.set(step.category, (erased.get(step.category) ?? 0) + rows);
  }
  return [...erased].filter(([, rows]) => rows > 0).map(([category, rows]) => ({ category, rows }));
}
