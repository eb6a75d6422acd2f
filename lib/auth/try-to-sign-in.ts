import "server-only";
import { clientLimits } from "@/lib/rate-limits/client-limits";
import { countClientTry, giveBackClientTry } from "@/lib/rate-limits/client-tries";

/**
 * Lets a client try to sign in, unless too many of its tries have failed; one that was right has made none.
 *
 * @param isRight whether the try has signed somebody in.
 * @returns what came of the try, or for how many seconds the client has to wait.
 */
export async function tryToSignIn<Outcome>(
  headers: Headers,
  attempt: () => Promise<Outcome>,
  isRight: (outcome: Outcome) => boolean,
): Promise<{ outcome: Outcome } | { wait: number }> {
  const wait = await countClientTry(clientLimits.signIn, headers);
  if (wait !== null) return { wait };
  const outcome = await attempt();
  if (isRight(outcome)) await giveBackClientTry(clientLimits.signIn, headers);
  return { outcome };
}
