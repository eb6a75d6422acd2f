import { and, asc, eq, exists, isNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { memberships, users, workspaces } from "@/db/schema";
import type { Db } from "@/lib/erasure";
import type { Role } from "./schemas";

/** A workspace that somebody belongs to. */
export type OwnMembership = {
  workspaceId: string;
  slug: string;
  name: string;
  role: Role;
  /** Nobody else owns it: it stands in the way of leaving, and of deleting the account. */
  isSoleOwner: boolean;
  isClosing: boolean;
};

/** The workspaces somebody belongs to, in the order they joined them. */
export async function listMemberships(db: Db, userId: string): Promise<OwnMembership[]> {
  const other = alias(memberships, "other_owner");
  const hasOtherOwner = exists(
    db
      .select({ id: other.id })
      .from(other)
      .innerJoin(users, eq(users.id, other.userId))
      .where(
        and(
          eq(other.workspaceId, memberships.workspaceId),
          eq(other.role, "owner"),
          ne(other.userId, userId),
          isNull(users.frozenAt),
        ),
      ),
  );
  const found = await db
    .select({
      workspaceId: workspaces.id,
      slug: workspaces.slug,
      name: workspaces.name,
      role: memberships.role,
      state: workspaces.state,
      hasOtherOwner: sql<boolean>`${hasOtherOwner}`,
    })
    .from(memberships)
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(eq(memberships.userId, userId))
    .orderBy(asc(memberships.joinedAt), asc(workspaces.slug));
  return found.map(({ state, hasOtherOwner: isShared, ...membership }) => ({
    ...membership,
    isSoleOwner: membership.role === "owner" && !isShared,
    isClosing: state !== "active",
  }));
}
