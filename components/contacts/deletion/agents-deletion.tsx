"use client";

import { OutcomeLine } from "@/components/crm/outcome-line";
import { useAct } from "@/components/crm/use-act";
import { usePosted } from "@/components/crm/use-posted";
import type { DeletionResult } from "@/components/erasure/delete-workspace-dialog-result";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import type { AgentsDeletion as Setting } from "@/lib/contacts/schemas";
import type { BothWays } from "@/lib/posted/schemas";
import {
  contactsDeletionMessages,
  agentsDeletionMessages as messages,
} from "../messages/contacts-deletion-messages";

type AgentsDeletionProps = {
  workspaceId: string;
  isAllowed: boolean;
  letAgentsDelete: BothWays<Setting, DeletionResult<void>>;
};

/** Whether agents, too, may delete contacts; for owners and admins to say. */
export function AgentsDeletion({ workspaceId, isAllowed, letAgentsDelete }: AgentsDeletionProps) {
  const { refusals } = contactsDeletionMessages;
  const { act, outcome, isBusy } = useAct(refusals);
  const posted = usePosted(letAgentsDelete, { refusals, done: messages.saved });

  return (
    <section aria-labelledby="contacts" className="grid gap-3">
      <h2 id="contacts" className="font-semibold text-lg">
        {messages.title}
      </h2>
      <form action={posted.action} className="grid gap-3">
        <input type="hidden" name="workspaceId" value={workspaceId} />
        <Checkbox
          name="isAllowed"
          label={messages.label}
          hint={messages.hint}
          checked={isAllowed}
          disabled={isBusy}
          onChange={(event) => {
            const next = event.target.checked;
            void act(() => letAgentsDelete({ workspaceId, isAllowed: next }), messages.saved);
          }}
        />
        <noscript>
          <Button type="submit" variant="secondary">
            {messages.save}
          </Button>
        </noscript>
      </form>
      <OutcomeLine outcome={outcome ?? posted.outcome} />
    </section>
  );
}
