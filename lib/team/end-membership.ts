import { and, eq } from "drizzle-orm";
import { apiTokens, invitations, memberships } from "@/db/schema";
import type { Tx } from "@/lib/erasure";

/**
 * Takes somebody off a team, with the API tokens they made there and the invitations they sent from
 * it: neither is a way back. Their account stays as it is.
 */
export async function endMembership(
  tx: Tx,
  { workspaceId, userId }: { workspaceId: string; userId: string },
): Promise<void> {
  await tx
    .delete(apiTokens)
    .where(and(eq(apiTokens.workspaceId, workspaceId), eq(apiTokens.createdByUserId, userId)));
  await tx
    .delete(invitations)
    .where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.invitedByUserId, userId)));
  await tx
    .delete(memberships)
    .where(and(eq(memberships.workspaceId, workspaceId), eq(memberships.userId, userId)));
}
