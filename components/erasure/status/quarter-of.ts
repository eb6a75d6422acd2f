import type { CategoryProgress } from "@/lib/erasure/status";
import { overallProgress } from "./overall-progress";

/** How many quarters of everything are done: 0 to 4. */
export function quarterOf(progress: readonly CategoryProgress[]): number {
  const { planned, done } = overallProgress(progress);
  return planned === 0 ? 0 : Math.floor((done / planned) * 4);
}
