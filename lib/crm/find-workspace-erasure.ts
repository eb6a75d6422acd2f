import { and, eq, isNull } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import type { Db } from "@/lib/erasure";

export type WorkspaceErasure = { confirmationCode: string; purgeAfter: Date | null };

/** The deletion under way for a workspace, so that its members can be told where to look. */
export async function findWorkspaceErasure(
  db: Db,
  workspaceId: string,
): Promise<WorkspaceErasure | null> {
  const [erasure] = await db
    .select({
      confirmationCode: erasureRequests.confirmationCode,
      purgeAfter: erasureRequests.purgeAfter,
    })
    .from(erasureRequests)
    .where(
      and(
        eq(erasureRequests.subjectId, workspaceId),
        eq(erasureRequests.subjectKind, "workspace"),
        isNull(erasureRequests.closedAt),
      ),
    )
    .limit(1);
  return erasure ?? null;
}
