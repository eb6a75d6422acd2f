import { and, eq } from "drizzle-orm";
import { memberships } from "@/db/schema";
import { assertMayGive } from "./assert-may-give";
import { assertOtherOwner } from "./assert-other-owner";
import { findMember } from "./find-member";
import { onTeam } from "./on-team";
import { recordTeamChange } from "./record-team-change";
import type { ChangeRole } from "./schemas";
import type { TeamContext } from "./team-context";

/**
 * Gives a member another role; making somebody an owner hands the workspace over. Repeatable.
 *
 * @throws TeamError `not_authorised`, `not_found`, `owners_only`, `last_owner`, `workspace_closed`.
 */
export async function changeRole(
  ctx: TeamContext,
  { workspaceId, memberId, role }: ChangeRole,
): Promise<void> {
  await onTeam(ctx, workspaceId, "change_member_role", async (tx, actor) => {
    const member = await findMember(tx, { workspaceId, memberId });
    assertMayGive(actor, member.role, role);
    if (member.role === role) return;
    if (member.role === "owner") {
      await assertOtherOwner(tx, { workspaceId, userId: member.userId });
    }
    await tx
      .update(memberships)
      .set({ role })
      .where(and(eq(memberships.workspaceId, workspaceId), eq(memberships.id, member.id)));
    await recordTeamChange(tx, ctx, {
      workspaceId,
      action: "member.role_changed",
      actor,
      targetUserId: member.userId,
      detail: { from: member.role, to: role },
    });
  });
}
