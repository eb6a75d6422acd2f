import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { rateLimits } from "@/db/schema";
import type { Db, Tx } from "@/lib/erasure";
import type { Limit } from "./limit";

/**
 * Counts one more try, before it is made: of many at the same moment no more than allowed get through.
 *
 * @param who a keyed digest: the table names nobody.
 * @returns false when it is one too many.
 */
export async function countTry(db: Db | Tx, limit: Limit, who: string): Promise<boolean> {
  try {
    await limiterOf(db, limit).consume(who);
    return true;
  } catch (error) {
    if (error instanceof RateLimiterRes) return false;
    throw error;
  }
}

/** Lets go of the tries so far: one was right. */
export async function forgetTries(db: Db, limit: Limit, who: string): Promise<void> {
  await limiterOf(db, limit).delete(who);
}

function limiterOf(db: Db | Tx, { name, tries, seconds }: Limit): RateLimiterDrizzle {
  return new RateLimiterDrizzle({
    storeClient: db,
    schema: rateLimits,
    keyPrefix: name,
    points: tries,
    duration: seconds,
    // The worker sweeps; a timer of its own would outlive the request.
    clearExpiredByTimeout: false,
  });
}
