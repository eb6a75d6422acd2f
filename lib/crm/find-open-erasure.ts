import { and, desc, eq, isNull } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import type { Db } from "@/lib/erasure";

export type OpenErasure = { confirmationCode: string; purgeAfter: Date | null };

/**
 * The deletion that a workspace or an account waits for: so that its members can be told where to look,
 * and a person can keep theirs.
 */
export async function findOpenErasure(
  db: Db,
  subjectKind: "workspace" | "account",
  subjectId: string,
): Promise<OpenErasure | null> {
  const [erasure] = await db
    .select({
      confirmationCode: erasureRequests.confirmationCode,
      purgeAfter: erasureRequests.purgeAfter,
    })
    .from(erasureRequests)
    .where(
      and(
        eq(erasureRequests.subjectId, subjectId),
        eq(erasureRequests.subjectKind, subjectKind),
        isNull(erasureRequests.closedAt),
      ),
    )
    .orderBy(desc(erasureRequests.id))
    .limit(1);
  return erasure ?? null;
}
