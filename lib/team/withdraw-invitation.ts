import { and, eq } from "drizzle-orm";
import { invitations } from "@/db/schema";
import { assertMayGive } from "./assert-may-give";
import { TeamError } from "./errors";
import { onTeam } from "./on-team";
import { recordTeamChange } from "./record-team-change";
import type { OnInvitation } from "./schemas";
import type { TeamContext } from "./team-context";

/**
 * Takes an invitation back: its link ends at once, and its address is forgotten.
 *
 * @throws TeamError `not_authorised`, `owners_only`, `not_found`, `workspace_closed`.
 */
export async function withdrawInvitation(
  ctx: TeamContext,
  { workspaceId, invitationId }: OnInvitation,
): Promise<void> {
  await onTeam(ctx, workspaceId, "withdraw_invitation", async (tx, actor) => {
    const [withdrawn] = await tx
      .delete(invitations)
      .where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.id, invitationId)))
      .returning({ role: invitations.role });
    if (withdrawn === undefined) throw new TeamError("not_found", "There is no such invitation.");
    assertMayGive(actor, withdrawn.role);
    await recordTeamChange(tx, ctx, { workspaceId, action: "member.invitation_withdrawn", actor });
  });
}
