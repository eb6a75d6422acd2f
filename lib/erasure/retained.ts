import { monthsAfter } from "./calendar";
import type { ErasureContext } from "./context";
import type { PlanStep } from "./engine";
import type { RetainedCategory } from "./status";

/**
 * What the steps of a plan keep, by category, and until when at the latest.
 *
 * A period counts from now at most: every row kept is older than that.
 */
export function retainedIn(
  steps: readonly { step: PlanStep; rows: number }[],
  ctx: Pick<ErasureContext, "rules" | "now">,
): RetainedCategory[] {
  const byCategory = new Map<string, RetainedCategory>();
  for (const { step, rows } of steps) {
    if (step.action !== "retain" || rows === 0) continue;
    const months = ctx.rules.retentionMonths[step.retention];
    const until = months === undefined ? null : monthsAfter(ctx.now(), months);
    const so = byCategory.get(step.category);
    byCategory.set(step.category, {
      category: step.category,
      retention: step.retention,
      rows: rows + (so?.rows ?? 0),
      until,
    });
  }
  return [...byCategory.values()];
}
