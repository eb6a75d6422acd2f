import { RateLimiterMemory } from "rate-limiter-flexible";
import { erasureContext } from "@/lib/erasure-context";
import { clientAddressHeader } from "./client-address-header";
import type { ClientLimit } from "./client-limits";
import { clientNetwork } from "./client-network";
import { secondsToWait } from "./count-try";
import { limiterOf } from "./limiter-of";
import { scaledLimit } from "./scaled-limit";

/** Whom this process knows to be over a limit: a flood is answered without asking the database. */
const shutOut = new RateLimiterMemory({ keyPrefix: "shut-out", points: 1, duration: 1 });

/**
 * Counts one more try of the client that a request comes from.
 *
 * @returns for how many seconds it has to wait, or null when it may go on.
 */
export async function countClientTry(limit: ClientLimit, headers: Headers): Promise<number | null> {
  const known = await clientMustWait(limit, headers);
  if (known !== null) return known;

  const { db, who } = clientOf(headers);
  const wait = await secondsToWait(db, scaledLimit(limit), who);
  if (wait !== null) await shutOut.block(`${limit.name}:${who}`, wait);
  return wait;
}

/** As {@link countClientTry}, of who is known to be over the limit; counts nothing and asks no database. */
export async function clientMustWait(limit: ClientLimit, headers: Headers): Promise<number | null> {
  const found = await shutOut.get(`${limit.name}:${clientOf(headers).who}`);
  if (found === null || found.consumedPoints <= 1) return null;
  return Math.max(1, Math.ceil(found.msBeforeNext / 1_000));
}

/** Takes one try back: it was right, and others behind the same address may need theirs. */
export async function giveBackClientTry(limit: ClientLimit, headers: Headers): Promise<void> {
  const { db, who } = clientOf(headers);
  await limiterOf(db, scaledLimit(limit)).reward(who);
}

function clientOf(headers: Headers) {
  const { db, vault } = erasureContext({ type: "requester" });
  const network = clientNetwork(headers.get(clientAddressHeader) ?? "");
  return { db, who: vault.digest("client", network) };
}
