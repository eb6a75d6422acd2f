"use client";

import { ActForm } from "@/components/crm/act-form";
import { teamRefusalMessages } from "@/components/crm/messages/team-refusal-messages";
import { OutcomeLine } from "@/components/crm/outcome-line";
import { useAct } from "@/components/crm/use-act";
import { usePosted } from "@/components/crm/use-posted";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import { fillMessage } from "@/components/ui/fill-message";
import { roleMay } from "@/lib/authorization/role-may";
import type { BothWays } from "@/lib/posted/schemas";
import type { TeamResult } from "@/lib/team/errors";
import type { OnInvitation, Role } from "@/lib/team/schemas";
import { teamMessages } from "./messages/team-messages";

type InvitationListProps = {
  workspaceId: string;
  /** Of whoever is looking. */
  role: Role;
  invitations: readonly {
    id: string;
    email: string;
    role: Role;
    mailState: "queued" | "sent" | "failed";
    expiresAt: Date;
    isExpired: boolean;
  }[];
  withdrawInvitation: BothWays<OnInvitation, TeamResult>;
};

const messages = teamMessages.invitations;

/** Whom the workspace has invited and is waiting for. */
export function InvitationList(props: InvitationListProps) {
  const { workspaceId, role, invitations, withdrawInvitation } = props;
  const { act, outcome, isBusy } = useAct(teamRefusalMessages);
  const posted = usePosted(withdrawInvitation, {
    refusals: teamRefusalMessages,
    done: ({ email = "" }) => fillMessage(messages.withdrawn, { email }),
  });

  return (
    <section aria-labelledby="invitations" className="grid gap-5">
      <h2 id="invitations" className="font-semibold text-lg">
        {messages.title}
      </h2>
      {invitations.length === 0 ? (
        <p className="text-ink-muted">{messages.none}</p>
      ) : (
        <ul className="divide-y divide-line border-line border-y">
          {invitations.map((invitation) => (
            <li key={invitation.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-4">
              <div className="min-w-0 flex-1 basis-48">
                <p className="truncate font-medium">{invitation.email}</p>
                <p className="text-ink-muted text-sm">
                  {invitation.isExpired ? messages.expired : messages.until}{" "}
                  <DateTime value={invitation.expiresAt} />
                </p>
                {invitation.mailState !== "sent" && (
                  <p className="text-sm text-warning">{messages[invitation.mailState]}</p>
                )}
              </div>
              <Badge>{teamMessages.roles[invitation.role]}</Badge>
              {(invitation.role !== "owner" || roleMay("change_owners", role)) && (
                <ActForm
                  action={posted.action}
                  fields={{ workspaceId, invitationId: invitation.id, email: invitation.email }}
                  onAct={() =>
                    void act(
                      () => withdrawInvitation({ workspaceId, invitationId: invitation.id }),
                      fillMessage(messages.withdrawn, { email: invitation.email }),
                    )
                  }
                >
                  <Button
                    type="submit"
                    variant="secondary"
                    size="compact"
                    disabled={isBusy}
                    aria-label={fillMessage(messages.withdrawLabel, { email: invitation.email })}
                  >
                    {messages.withdraw}
                  </Button>
                </ActForm>
              )}
            </li>
          ))}
        </ul>
      )}
      <OutcomeLine outcome={outcome ?? posted.outcome} />
    </section>
  );
}
