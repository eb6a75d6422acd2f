"use client";

import { OutcomeLine } from "@/components/crm/outcome-line";
import { useAct } from "@/components/crm/use-act";
import type { DeletionResult } from "@/components/erasure/delete-workspace-dialog-result";
import { Checkbox } from "@/components/ui/checkbox";
import type { AgentsDeletion as Setting } from "@/lib/contacts/schemas";
import {
  contactsDeletionMessages,
  agentsDeletionMessages as messages,
} from "../messages/contacts-deletion-messages";

type AgentsDeletionProps = {
  workspaceId: string;
  isAllowed: boolean;
  letAgentsDelete: (input: Setting) => Promise<DeletionResult<void>>;
};

/** Whether agents, too, may delete contacts; for owners and admins to say. */
export function AgentsDeletion({ workspaceId, isAllowed, letAgentsDelete }: AgentsDeletionProps) {
  const { act, outcome, isBusy } = useAct(contactsDeletionMessages.refusals);

  return (
    <section aria-labelledby="contacts" className="grid gap-3">
      <h2 id="contacts" className="font-semibold text-lg">
        {messages.title}
      </h2>
      <Checkbox
        label={messages.label}
        hint={messages.hint}
        checked={isAllowed}
        disabled={isBusy}
        onChange={(event) => {
          const next = event.target.checked;
          void act(() => letAgentsDelete({ workspaceId, isAllowed: next }), messages.saved);
        }}
      />
      <OutcomeLine outcome={outcome} />
    </section>
  );
}
