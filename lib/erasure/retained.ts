import { monthsAfter } from "./calendar";
import type { ErasureContext } from "./context";
import type { Plan } from "./engine";
import type { RetainedCategory } from "./status";

/**
 * What a plan keeps, by category, and until when at the latest.
 *
 * A period counts from now at most: every row kept is older than that.
 */
export function retainedIn(
  plan: Plan,
  counts: readonly number[],
  ctx: Pick<ErasureContext, "rules" | "now">,
): RetainedCategory[] {
  return plan.steps.flatMap((step, ordinal) => {
    const rows = counts[ordinal] ?? 0;
    if (step.action !== "retain" || rows === 0) return [];
    const months = ctx.rules.retentionMonths[step.retention];
    return [
      {
        category: step.category,
        retention: step.retention,
        rows,
        until: months === undefined ? null : monthsAfter(ctx.now(), months),
      },
    ];
  });
}
