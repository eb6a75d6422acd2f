import type { CategoryProgress } from "@/lib/erasure/status";

/** All categories taken together. */
export function overallProgress(progress: readonly CategoryProgress[]) {
  return {
    planned: progress.reduce((sum, category) => sum + category.planned, 0),
    done: progress.reduce((sum, category) => sum + category.done, 0),
  };
}
