import { and, eq, isNull, ne } from "drizzle-orm";
import { memberships, users } from "@/db/schema";
import type { Tx } from "@/lib/erasure";
import { TeamError } from "./errors";

/**
 * A workspace keeps an owner whose own account is not going.
 *
 * Ask under the workspace's lock. @throws TeamError `last_owner`.
 */
export async function assertOtherOwner(
  tx: Tx,
  { workspaceId, userId }: { workspaceId: string; userId: string },
): Promise<void> {
  const others = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.workspaceId, workspaceId),
        eq(memberships.role, "owner"),
        ne(memberships.userId, userId),
        isNull(users.frozenAt),
      ),
    )
    .limit(1);
  if (others.length === 0) throw new TeamError("last_owner", "Nobody else owns the workspace.");
}
