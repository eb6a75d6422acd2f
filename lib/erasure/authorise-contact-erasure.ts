import { and, eq } from "drizzle-orm";
import { memberships, workspaces } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import { ErasureError } from "./errors";

/**
 * Lets a workspace's owners and admins delete its contacts, and its agents where it allows them to.
 *
 * Asked before anything is looked for: nobody else learns what is there.
 *
 * @throws ErasureError `not_authorised`.
 */
export async function authoriseContactErasure(
  tx: Tx,
  { actor }: ErasureContext,
  workspaceId: string,
): Promise<void> {
  const [found] =
    "userId" in actor
      ? await tx
          .select({ role: memberships.role, isAgentAllowed: workspaces.agentsDeleteContacts })
          .from(memberships)
          .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
          .where(
            and(eq(memberships.workspaceId, workspaceId), eq(memberships.userId, actor.userId)),
          )
      : [];
  if (found === undefined || (found.role === "agent" && !found.isAgentAllowed)) {
    throw new ErasureError(
      "not_authorised",
      "Only people who may delete this workspace's contacts.",
    );
  }
}
