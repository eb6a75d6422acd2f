import { countingMisses } from "@/lib/rate-limits/counting-misses";
import { problem } from "./problem";
import { tooManyTries } from "./too-many-tries";

/**
 * Looks up what a code stands for, as {@link countingMisses} does.
 *
 * @returns what was found, or the answer for who found nothing.
 */
export async function found<Value>(
  request: Request,
  find: () => Promise<Value | null>,
): Promise<Value | Response> {
  const answer = await countingMisses(request.headers, find, (value) => value === null);
  if ("wait" in answer) return tooManyTries(answer.wait);
  return answer.found ?? problem(404, "not_found", "There is nothing here.");
}
