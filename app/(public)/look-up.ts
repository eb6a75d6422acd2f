import { headers } from "next/headers";
import { countingMisses } from "@/lib/rate-limits/counting-misses";
import { safely } from "@/lib/safely";

/** What is said to a client that has tried too many links and codes, whatever it tries next. */
export const shutOut = Symbol("shut out");

/**
 * Looks up what a link or a code stands for. Those that lead nowhere are counted by client.
 *
 * @param route as for {@link safely}.
 */
export async function lookUp<Value>(
  route: string,
  find: () => Promise<Value>,
  isMiss: (found: Value) => boolean,
): Promise<Value | typeof shutOut> {
  return await safely(route, async () => {
    const answer = await countingMisses(await headers(), find, isMiss);
    return "found" in answer ? answer.found : shutOut;
  });
}
