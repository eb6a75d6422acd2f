import { assertOtherOwner } from "./assert-other-owner";
import { endMembership } from "./end-membership";
import { onTeam } from "./on-team";
import { recordTeamChange } from "./record-team-change";
import type { TeamContext } from "./team-context";

/**
 * Takes whoever acts off a team; everybody may go but the last owner.
 *
 * @throws TeamError `not_authorised`, `last_owner`, `workspace_closed`.
 */
export async function leaveWorkspace(
  ctx: TeamContext,
  { workspaceId }: { workspaceId: string },
): Promise<void> {
  await onTeam(ctx, workspaceId, "leave_workspace", async (tx, actor) => {
    const { userId } = actor;
    if (actor.role === "owner") await assertOtherOwner(tx, { workspaceId, userId });
    await endMembership(tx, { workspaceId, userId });
    await recordTeamChange(tx, ctx, { workspaceId, action: "member.left", actor });
  });
}
