import { and, desc, eq, isNull } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import type { Db } from "@/lib/erasure";

export type AccountErasure = { confirmationCode: string; purgeAfter: Date | null };

/** The deletion that somebody's account waits for, so that they can be told and keep it. */
export async function findAccountErasure(db: Db, userId: string): Promise<AccountErasure | null> {
  const [erasure] = await db
    .select({
      confirmationCode: erasureRequests.confirmationCode,
      purgeAfter: erasureRequests.purgeAfter,
    })
    .from(erasureRequests)
    .where(
      and(
        eq(erasureRequests.subjectId, userId),
        eq(erasureRequests.subjectKind, "account"),
        isNull(erasureRequests.closedAt),
      ),
    )
    .orderBy(desc(erasureRequests.id))
    .limit(1);
  return erasure ?? null;
}
