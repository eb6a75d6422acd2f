import { HandOverForm } from "@/components/account/hand-over-form";
import { WorkspaceInTheWay } from "@/components/account/workspace-in-the-way";
import { findOpenErasure } from "@/lib/crm/find-open-erasure";
import { hasWhatsApp } from "@/lib/crm/has-whatsapp";
import { database } from "@/lib/database";
import type { PolicyProfile } from "@/lib/policy/profile";
import { listMembers } from "@/lib/team/list-members";
import type { OwnMembership } from "@/lib/team/list-memberships";
import { DeleteWorkspace } from "../[workspace]/settings/general/delete-workspace-button";
import { changeRole } from "../[workspace]/settings/members/change-role";

/** The workspaces that somebody alone owns, each with the ways to let go of it. */
export async function workspacesInTheWay(
  memberships: readonly OwnMembership[],
  userId: string,
  profile: PolicyProfile,
) {
  const { db } = database();
  return await Promise.all(
    memberships
      .filter(({ isSoleOwner }) => isSoleOwner)
      .map(async ({ workspaceId, slug, name }) => {
        const [members, erasure, isOnWhatsApp] = await Promise.all([
          listMembers(db, workspaceId),
          findOpenErasure(db, "workspace", workspaceId),
          hasWhatsApp(db, workspaceId),
        ]);
        const others = members.filter((member) => member.userId !== userId);
        return (
          <WorkspaceInTheWay
            key={workspaceId}
            name={name}
            erasure={erasure}
            handOver={
              others.length === 0 ? null : (
                <HandOverForm
                  workspace={{ id: workspaceId, name }}
                  members={others.map((member) => ({
                    id: member.id,
                    name: member.name,
                    email: member.email,
                  }))}
                  changeRole={changeRole}
                />
              )
            }
            deleteDialog={
              <DeleteWorkspace
                workspace={{ id: workspaceId, slug, name }}
                hasWhatsApp={isOnWhatsApp}
                profile={profile}
              />
            }
          />
        );
      }),
  );
}
