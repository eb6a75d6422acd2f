import { asc, eq } from "drizzle-orm";
import { memberships, workspaces } from "@/db/schema";
import type { Db } from "@/lib/erasure";
import type { WorkspaceLink } from "./schemas";

/** The workspaces somebody belongs to, in the order they joined them. */
export async function listWorkspaces(db: Db, userId: string): Promise<WorkspaceLink[]> {
  return await db
    .select({ slug: workspaces.slug, name: workspaces.name })
    .from(memberships)
    .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
    .where(eq(memberships.userId, userId))
    .orderBy(asc(memberships.joinedAt), asc(workspaces.slug));
}
