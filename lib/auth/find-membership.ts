import { and, eq } from "drizzle-orm";
import { memberships, workspaces } from "@/db/schema";
import type { Db } from "@/lib/erasure/context";

/** What somebody may do in a workspace, and whether the workspace still takes writes. */
export type Membership = {
  workspaceId: string;
  slug: string;
  name: string;
  role: (typeof memberships.$inferSelect)["role"];
  state: (typeof workspaces.$inferSelect)["state"];
  /** What it allows its agents. */
  agentsDeleteContacts: boolean;
};

/** Null for a workspace that is somebody else's and for one that does not exist alike. */
export async function findMembership(
  db: Db,
  userId: string,
  workspace: { slug: string } | { id: string },
): Promise<Membership | null> {
  const isWanted =
    "slug" in workspace ? eq(workspaces.slug, workspace.slug) : eq(workspaces.id, workspace.id);
  const [membership] = await db
    .select({
      workspaceId: workspaces.id,
      slug: workspaces.slug,
      name: workspaces.name,
      role: memberships.role,
      state: workspaces.state,
      agentsDeleteContacts: workspaces.agentsDeleteContacts,
    })
    .from(memberships)
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(and(isWanted, eq(memberships.userId, userId)));
  return membership ?? null;
}
