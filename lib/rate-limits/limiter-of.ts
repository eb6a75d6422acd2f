import { RateLimiterDrizzle } from "rate-limiter-flexible";
import { rateLimits } from "@/db/schema";
import type { Db, Tx } from "@/lib/erasure";
import type { Limit } from "./limit";

/** What counts the tries under a limit, in the database that all processes share. */
export function limiterOf(db: Db | Tx, { name, tries, seconds }: Limit): RateLimiterDrizzle {
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
