"use client";

import { ActForm } from "@/components/crm/act-form";
import { teamRefusalMessages } from "@/components/crm/messages/team-refusal-messages";
import { OutcomeLine } from "@/components/crm/outcome-line";
import { useAct } from "@/components/crm/use-act";
import { usePosted } from "@/components/crm/use-posted";
import { teamMessages } from "@/components/team/messages/team-messages";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { fillMessage } from "@/components/ui/fill-message";
import { TextLink } from "@/components/ui/text-link";
import type { BothWays } from "@/lib/posted/schemas";
import type { TeamResult } from "@/lib/team/errors";
import type { OnWorkspace, Role } from "@/lib/team/schemas";
import { AccountSection } from "./account-section";
import { accountMessages } from "./messages/account-messages";

type WorkspacesSectionProps = {
  memberships: readonly {
    workspaceId: string;
    slug: string;
    name: string;
    role: Role;
    isSoleOwner: boolean;
    isClosing: boolean;
  }[];
  leaveWorkspace: BothWays<OnWorkspace, TeamResult>;
};

const messages = accountMessages.workspaces;

/** Where one belongs, as what, and the way out. */
export function WorkspacesSection({ memberships, leaveWorkspace }: WorkspacesSectionProps) {
  const { act, outcome, isBusy } = useAct(teamRefusalMessages);
  const posted = usePosted(leaveWorkspace, {
    refusals: teamRefusalMessages,
    done: ({ name = "" }) => fillMessage(messages.left, { name }),
  });

  return (
    <AccountSection
      title={messages.title}
      text={memberships.length === 0 ? messages.none : messages.text}
    >
      {memberships.length > 0 && (
        <ul className="divide-y divide-line border-line border-y">
          {memberships.map(({ workspaceId, slug, name, role, isSoleOwner, isClosing }) => (
            <li key={workspaceId} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
              <div className="min-w-0 flex-1 basis-48">
                <TextLink href={`/${slug}/inbox`} className="font-medium">
                  <bdi>{name}</bdi>
                </TextLink>
                {isSoleOwner && <p className="text-ink-muted text-sm">{messages.soleOwner}</p>}
              </div>
              <Badge>{teamMessages.roles[role]}</Badge>
              {!isSoleOwner && !isClosing && (
                <ActForm
                  action={posted.action}
                  fields={{ workspaceId, name }}
                  onAct={() =>
                    void act(
                      () => leaveWorkspace({ workspaceId }),
                      fillMessage(messages.left, { name }),
                    )
                  }
                >
                  <Button
                    type="submit"
                    variant="secondary"
                    size="compact"
                    disabled={isBusy}
                    aria-label={fillMessage(messages.leaveLabel, { name })}
                  >
                    {messages.leave}
                  </Button>
                </ActForm>
              )}
            </li>
          ))}
        </ul>
      )}
      <OutcomeLine outcome={outcome ?? posted.outcome} />
    </AccountSection>
  );
}
