import { assertMayGive } from "./assert-may-give";
import { assertOtherOwner } from "./assert-other-owner";
import { endMembership } from "./end-membership";
import { findMember } from "./find-member";
import { onTeam } from "./on-team";
import { recordTeamChange } from "./record-team-change";
import type { OnMember } from "./schemas";
import type { TeamContext } from "./team-context";

/**
 * Takes somebody off a team: their next request finds no workspace, and their tokens for it end.
 * Their account, and what they wrote, stay.
 *
 * @throws TeamError `not_authorised`, `not_found`, `owners_only`, `last_owner`, `workspace_closed`.
 */
export async function removeMember(
  ctx: TeamContext,
  { workspaceId, memberId }: OnMember,
): Promise<void> {
  await onTeam(ctx, workspaceId, "remove_member", async (tx, actor) => {
    const member = await findMember(tx, { workspaceId, memberId });
    assertMayGive(actor, member.role);
    if (member.role === "owner") {
      await assertOtherOwner(tx, { workspaceId, userId: member.userId });
    }
    await endMembership(tx, { workspaceId, userId: member.userId });
    await recordTeamChange(tx, ctx, {
      workspaceId,
      action: "member.removed",
      actor,
      targetUserId: member.userId,
    });
  });
}
