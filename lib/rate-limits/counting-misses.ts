import { clientLimits } from "./client-limits";
import { clientMustWait, countClientTry } from "./client-tries";

/**
 * Looks up what a link or a code stands for. Those that lead nowhere are counted by client, and one
 * that has tried too many is not told of the right one either.
 *
 * @returns what was found, or for how many seconds the client has to wait.
 */
export async function countingMisses<Value>(
  headers: Headers,
  find: () => Promise<Value>,
  isMiss: (found: Value) => boolean,
): Promise<{ found: Value } | { wait: number }> {
  const known = await clientMustWait(clientLimits.miss, headers);
  if (known !== null) return { wait: known };

  const found = await find();
  if (!isMiss(found)) return { found };
  const wait = await countClientTry(clientLimits.miss, headers);
  return wait === null ? { found } : { wait };
}
