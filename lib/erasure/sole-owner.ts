import { and, eq, exists, isNull, ne, not } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { memberships, users } from "@/db/schema";
import type { Db, Tx } from "./context";

/**
 * Whether some workspace would be left without an owner if this person went.
 *
 * An owner whose own erasure has begun does not count.
 */
export async function ownsAlone(db: Db | Tx, userId: string): Promise<boolean> {
  const other = alias(memberships, "other_owner");
  const hasAnotherOwner = db
    .select({ id: other.id })
    .from(other)
    .innerJoin(users, eq(users.id, other.userId))
    .where(
      and(
        isNull(users.frozenAt),
        eq(other.workspaceId, memberships.workspaceId),
        eq(other.role, "owner"),
        ne(other.userId, userId),
      ),
    );
  const [alone] = await db
    .select({ id: memberships.id })
    .from(memberships)
    .where(
      and(
        eq(memberships.userId, userId),
        eq(memberships.role, "owner"),
        not(exists(hasAnotherOwner)),
      ),
    )
    .limit(1);
  return alone !== undefined;
}
