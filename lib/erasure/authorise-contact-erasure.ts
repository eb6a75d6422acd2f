import { and, eq } from "drizzle-orm";
import { memberships, workspaces } from "@/db/schema";
import { memberMay } from "@/lib/authorization/member-may";
import type { ErasureContext, Tx } from "./context";
import { ErasureError } from "./errors";

/**
 * Asks whether the actor may delete a workspace's contacts, in the role they have there.
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
          .select({ role: memberships.role, agentsDeleteContacts: workspaces.agentsDeleteContacts })
          .from(memberships)
          .innerJoin(workspaces, eq(workspaces.id, memberships.workspaceId))
          .where(
            and(eq(memberships.workspaceId, workspaceId), eq(memberships.userId, actor.userId)),
          )
      : [];
  if (found === undefined || !memberMay("erase_contact", found)) {
    throw new ErasureError(
      "not_authorised",
      "Only people who may delete this workspace's contacts.",
    );
  }
}
