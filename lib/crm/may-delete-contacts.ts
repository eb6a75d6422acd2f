import { eq } from "drizzle-orm";
import { workspaces } from "@/db/schema";
import type { Db } from "@/lib/erasure";

/**
 * Whether somebody is offered to delete contacts: owners and admins are, agents where the workspace
 * allows it. What they ask for is authorised again where it is done.
 */
export async function mayDeleteContacts(
  db: Db,
  { role, workspaceId }: { role: "owner" | "admin" | "agent"; workspaceId: string },
): Promise<boolean> {
  if (role !== "agent") return true;
  const [workspace] = await db
    .select({ isAllowed: workspaces.agentsDeleteContacts })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  return workspace?.isAllowed === true;
}
