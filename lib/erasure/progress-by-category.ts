import type { CategoryProgress } from "./status";

/** Steps' counts by category, in the order in which a plan comes to each. */
export function progressByCategory(steps: readonly CategoryProgress[]): CategoryProgress[] {
  return [...Map.groupBy(steps, ({ category }) => category)].map(([category, some]) => ({
    category,
    planned: some.reduce((total, { planned }) => total + planned, 0),
    done: some.reduce((total, { done }) => total + done, 0),
  }));
}
