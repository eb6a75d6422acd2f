"use client";

import { teamRefusalMessages } from "@/components/crm/messages/team-refusal-messages";
import { OutcomeLine } from "@/components/crm/outcome-line";
import { useAct } from "@/components/crm/use-act";
import { usePosted } from "@/components/crm/use-posted";
import { fillMessage } from "@/components/ui/fill-message";
import type { BothWays } from "@/lib/posted/schemas";
import type { TeamResult } from "@/lib/team/errors";
import { type ChangeRole, type OnMember, Role } from "@/lib/team/schemas";
import { MemberLine } from "./member-line";
import { teamMessages } from "./messages/team-messages";
import type { ShownMember } from "./shown-member";

type TeamListProps = {
  workspaceId: string;
  /** Of whoever is looking. */
  role: Role;
  members: readonly ShownMember[];
  changeRole: BothWays<ChangeRole, TeamResult>;
  removeMember: BothWays<OnMember, TeamResult>;
};

const messages = teamMessages.team;

/** Everybody on the team, and what whoever is looking may do about them. */
export function TeamList({ workspaceId, role, members, changeRole, removeMember }: TeamListProps) {
  const { act, outcome, isBusy } = useAct(teamRefusalMessages);
  const nameOf = (memberId: string | undefined) =>
    members.find(({ id }) => id === memberId)?.name ?? "";
  const changing = usePosted(changeRole, {
    refusals: teamRefusalMessages,
    done: ({ memberId, role: given }) =>
      fillMessage(messages.changed, {
        name: nameOf(memberId),
        role: teamMessages.roles[Role.catch("agent").parse(given)],
      }),
  });
  const removing = usePosted(removeMember, {
    refusals: teamRefusalMessages,
    done: ({ name = "" }) => fillMessage(messages.removed, { name }),
  });

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
            byPost={{ workspaceId, changeRole: changing.action, removeMember: removing.action }}
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
      <OutcomeLine outcome={outcome ?? changing.outcome ?? removing.outcome} />
    </section>
  );
}
