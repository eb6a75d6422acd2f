import { RateLimiterRes } from "rate-limiter-flexible";
import type { Db, Tx } from "@/lib/erasure";
import type { Limit } from "./limit";
import { limiterOf } from "./limiter-of";

/**
 * Counts one more try, before it is made: of many at the same moment no more than allowed get through.
 *
 * @param who a keyed digest: the table names nobody.
 * @returns false when it is one too many.
 */
export async function countTry(db: Db | Tx, limit: Limit, who: string): Promise<boolean> {
  return (await secondsToWait(db, limit, who)) === null;
}

/** As {@link countTry}; says for how long, when it is one too many, and null when it is not. */
export async function secondsToWait(
  db: Db | Tx,
  limit: Limit,
  who: string,
): Promise<number | null> {
  try {
    await limiterOf(db, limit).consume(who);
    return null;
  } catch (error) {
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1_000));
    throw error;
  }
}

/** Lets go of the tries so far: one was right. */
export async function forgetTries(db: Db, limit: Limit, who: string): Promise<void> {
  await limiterOf(db, limit).delete(who);
}
