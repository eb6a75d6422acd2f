import { lt } from "drizzle-orm";
import { rateLimits } from "@/db/schema";
import type { Db } from "@/lib/erasure";

/** Removes the counts whose span of time is over. Repeatable. */
export async function clearExpiredLimits({
  db,
  now,
}: {
  db: Db;
  now: () => Date;
}): Promise<number> {
  const cleared = await db
    .delete(rateLimits)
    .where(lt(rateLimits.expire, now()))
    .returning({ key: rateLimits.key });
  return cleared.length;
}
