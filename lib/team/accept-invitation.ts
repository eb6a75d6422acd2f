import { and, eq } from "drizzle-orm";
import { invitations, memberships, workspaces } from "@/db/schema";
import type { Tx } from "@/lib/erasure";
import { TeamError } from "./errors";
import { type FoundInvitation, findInvitation } from "./find-invitation";
import { recordTeamChange } from "./record-team-change";
import type { TeamContext } from "./team-context";

/**
 * Spends an invitation and puts its reader on the team, in the caller's transaction and in the order
 * of locks of {@link onTeam}. Of two who spend it at once, one joins.
 *
 * @param whom gives the account that joins; it may refuse.
 * @throws TeamError `invitation_closed`, and what `whom` throws.
 */
export async function acceptInvitation(
  tx: Tx,
  ctx: Pick<TeamContext, "now" | "digestToken">,
  token: string,
  whom: (found: FoundInvitation) => Promise<string>,
): Promise<FoundInvitation> {
  const named = await findInvitation(tx, ctx, token);
  if (named === null) throw closed();
  const { workspaceId, id } = named.invitation;
  await tx
    .select({ id: workspaces.id })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId))
    .for("no key update");
  const found = await findInvitation(tx, ctx, token);
  if (found === null) throw closed();

  const userId = await whom(found);
  const { role } = found.invitation;
  await tx.insert(memberships).values({ workspaceId, userId, role }).onConflictDoNothing();
  await tx
    .delete(invitations)
    .where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.id, id)));
  await recordTeamChange(tx, ctx, {
    workspaceId,
    action: "member.joined",
    actor: { userId, role },
  });
  return found;
}

function closed(): TeamError {
  return new TeamError("invitation_closed", "The invitation is worth nothing any more.");
}
