"use client";

import { teamRefusalMessages } from "@/components/crm/messages/team-refusal-messages";
import { OutcomeLine } from "@/components/crm/outcome-line";
import { useAct } from "@/components/crm/use-act";
import { fillMessage } from "@/components/ui/fill-message";
import type { TeamResult } from "@/lib/team/errors";
import type { ChangeRole, OnMember, Role } from "@/lib/team/schemas";
import { MemberLine } from "./member-line";
import { teamMessages } from "./messages/team-messages";
import type { ShownMember } from "./shown-member";

type TeamListProps = {
  workspaceId: string;
  /** Of whoever is looking. */
  role: Role;
  members: readonly ShownMember[];
  changeRole: (input: ChangeRole) => Promise<TeamResult>;
  removeMember: (input: OnMember) => Promise<TeamResult>;
};

const messages = teamMessages.team;

/** Everybody on the team, and what whoever is looking may do about them. */
export function TeamList({ workspaceId, role, members, changeRole, removeMember }: TeamListProps) {
  const { act, outcome, isBusy } = useAct(teamRefusalMessages);

  return (
    <section aria-labelledby="team" className="grid gap-5">
      <h2 id="team" className="font-semibold text-lg">
        {messages.title}
      </h2>
      <ul className="divide-y divide-line border-line border-y">
        {members.map((member) => (
          <MemberLine
            key={member.id}
            member={member}
            viewer={role}
            isBusy={isBusy}
            onRole={(next) =>
              act(
                () => changeRole({ workspaceId, memberId: member.id, role: next }),
                fillMessage(messages.changed, {
                  name: member.name,
                  role: teamMessages.roles[next],
                }),
              )
            }
            onRemove={() =>
              act(
                () => removeMember({ workspaceId, memberId: member.id }),
                fillMessage(messages.removed, { name: member.name }),
              )
            }
          />
        ))}
      </ul>
      <OutcomeLine outcome={outcome} />
    </section>
  );
}
