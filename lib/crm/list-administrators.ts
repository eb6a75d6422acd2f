import { and, asc, eq, inArray } from "drizzle-orm";
import { memberships, users } from "@/db/schema";
import { rolesThatMay } from "@/lib/authorization/roles-that-may";
import type { Db } from "@/lib/erasure";

/** The names of a workspace's owners and admins: whom an agent can turn to. */
export async function listAdministrators(db: Db, workspaceId: string): Promise<string[]> {
  const rows = await db
    .select({ name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.workspaceId, workspaceId),
        inArray(memberships.role, rolesThatMay("erase_workspace")),
      ),
    )
    .orderBy(asc(memberships.role), asc(users.name));
  return rows.map(({ name }) => name);
}
