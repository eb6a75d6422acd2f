import { and, asc, eq, isNull, lt, lte, notExists, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { erasureRecipientCalls as calls } from "@/db/schema";
import type { Db, Tx } from "@/lib/erasure";

/**
 * Calls that may be made now: due, held by nobody, and with nothing of an earlier stage before them,
 * in their chain, or in their whole group where the chain is the group's.
 */
export async function readyCalls(
  db: Db | Tx,
  now: Date,
  where: SQL,
  limit: number,
): Promise<string[]> {
  const ready = await db
    .select({ id: calls.id })
    .from(calls)
    .where(and(where, isReady(db, now)))
    .orderBy(asc(calls.nextAttemptAt), asc(calls.id))
    .limit(limit);
  return ready.map(({ id }) => id);
}

export function isReady(db: Db | Tx, now: Date): SQL | undefined {
  const earlier = alias(calls, "earlier");
  return and(
    eq(calls.state, "pending"),
    lte(calls.nextAttemptAt, now),
    or(isNull(calls.leaseUntil), lt(calls.leaseUntil, now)),
    notExists(
      db
        .select({ one: sql`1` })
        .from(earlier)
        .where(
          and(
            eq(earlier.groupId, calls.groupId),
            eq(earlier.state, "pending"),
            lt(earlier.stage, calls.stage),
            or(eq(earlier.chainId, calls.chainId), eq(calls.chainId, calls.groupId)),
          ),
        ),
    ),
  );
}
