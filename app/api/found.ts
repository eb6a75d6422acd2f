import { clientLimits } from "@/lib/rate-limits/client-limits";
import { clientMustWait, countClientTry } from "@/lib/rate-limits/client-tries";
import { problem } from "./problem";
import { tooManyTries } from "./too-many-tries";

/**
 * Looks up what a code stands for. Codes that lead nowhere are counted by client, and one that has
 * tried too many is not told of the right one either.
 *
 * @returns what was found, or the answer for who found nothing.
 */
export async function found<Value>(
  request: Request,
  find: () => Promise<Value | null>,
): Promise<Value | Response> {
  const known = await clientMustWait(clientLimits.miss, request.headers);
  if (known !== null) return tooManyTries(known);

  const value = await find();
  if (value !== null) return value;
  const wait = await countClientTry(clientLimits.miss, request.headers);
  return wait === null ? problem(404, "not_found", "There is nothing here.") : tooManyTries(wait);
}
