import { and, eq, exists, ne, not } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { memberships, users } from "@/db/schema";
import type { Db, Tx } from "./context";

/**
 * Members of a workspace who belong to no other: their accounts would be left with nothing.
 *
 * Operators are staff and keep their accounts.
 */
export async function membersWithoutOtherWorkspace(
  db: Db | Tx,
  workspaceId: string,
): Promise<{ userId: string; email: string }[]> {
  const elsewhere = alias(memberships, "elsewhere");
  const belongsElsewhere = db
    .select({ id: elsewhere.id })
    .from(elsewhere)
    .where(and(eq(elsewhere.userId, memberships.userId), ne(elsewhere.workspaceId, workspaceId)));
  return await db
    .select({ userId: memberships.userId, email: users.email })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.workspaceId, workspaceId),
        eq(users.isOperator, false),
        not(exists(belongsElsewhere)),
      ),
    );
}
