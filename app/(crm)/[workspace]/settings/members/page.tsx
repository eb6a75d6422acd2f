import type { Metadata } from "next";
import { InvitationList } from "@/components/team/invitation-list";
import { InviteForm } from "@/components/team/invite-form";
import { teamMessages } from "@/components/team/messages/team-messages";
import { TeamList } from "@/components/team/team-list";
import { PageHeader } from "@/components/ui/page-header";
import { roleMay } from "@/lib/authorization/role-may";
import { database } from "@/lib/database";
import { safely } from "@/lib/safely";
import { listInvitations } from "@/lib/team/list-invitations";
import { listMembers } from "@/lib/team/list-members";
import { requireMembership } from "../../require-membership";
import { changeRole } from "./change-role";
import { inviteMember } from "./invite-member";
import { removeMember } from "./remove-member";
import { withdrawInvitation } from "./withdraw-invitation";

export const metadata: Metadata = { title: teamMessages.title };

type MembersPageProps = { params: Promise<{ workspace: string }> };

/** Who is on a workspace's team, and who is invited; for owners and admins, the way to change it. */
export default async function MembersPage({ params }: MembersPageProps) {
  const { user, membership } = await requireMembership((await params).workspace);
  const { workspaceId, role } = membership;
  const [members, invitations] = await safely("/[workspace]/settings/members", () => {
    const { db } = database();
    return Promise.all([
      listMembers(db, workspaceId),
      roleMay("read_invitations", role) ? listInvitations(db, workspaceId) : [],
    ]);
  });
  const now = new Date();

  return (
    <div className="mx-auto grid w-full max-w-3xl gap-12 px-4 py-8 sm:px-8 sm:py-10">
      <PageHeader title={teamMessages.title} lead={teamMessages.lead} />
      <TeamList
        workspaceId={workspaceId}
        role={role}
        members={members.map(({ userId, ...member }) => ({
          ...member,
          isSelf: userId === user.id,
        }))}
        changeRole={changeRole}
        removeMember={removeMember}
      />
      {roleMay("read_invitations", role) && (
        <InvitationList
          workspaceId={workspaceId}
          role={role}
          invitations={invitations.map((one) => ({ ...one, isExpired: one.expiresAt <= now }))}
          withdrawInvitation={withdrawInvitation}
        />
      )}
      {roleMay("invite_member", role) && (
        <InviteForm workspaceId={workspaceId} role={role} inviteMember={inviteMember} />
      )}
    </div>
  );
}
