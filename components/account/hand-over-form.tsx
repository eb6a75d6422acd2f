"use client";

import { useState } from "react";
import { teamRefusalMessages } from "@/components/crm/messages/team-refusal-messages";
import { OutcomeLine } from "@/components/crm/outcome-line";
import { useAct } from "@/components/crm/use-act";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { fillMessage } from "@/components/ui/fill-message";
import { Select } from "@/components/ui/select";
import type { TeamResult } from "@/lib/team/errors";
import type { ChangeRole } from "@/lib/team/schemas";
import { deleteAccountMessages } from "./messages/delete-account-messages";

type HandOverFormProps = {
  workspace: { id: string; name: string };
  members: readonly { id: string; name: string; email: string }[];
  changeRole: (input: ChangeRole) => Promise<TeamResult>;
};

const messages = deleteAccountMessages.inTheWay;

/** Makes another member an owner, so that the workspace is not left alone. */
export function HandOverForm({ workspace, members, changeRole }: HandOverFormProps) {
  const [memberId, setMemberId] = useState("");
  const { act, outcome, isBusy } = useAct(teamRefusalMessages);
  const member = members.find(({ id }) => id === memberId);

  return (
    <form
      method="post"
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (member === undefined) return;
        void act(
          () => changeRole({ workspaceId: workspace.id, memberId, role: "owner" }),
          fillMessage(messages.done, { name: member.name, workspace: workspace.name }),
        );
      }}
    >
      <Field label={messages.to}>
        {(control) => (
          <Select
            {...control}
            value={memberId}
            onChange={({ target }) => setMemberId(target.value)}
          >
            <option value="">{messages.choose}</option>
            {members.map(({ id, name, email }) => (
              <option key={id} value={id}>
                {name} ({email})
              </option>
            ))}
          </Select>
        )}
      </Field>
      <OutcomeLine outcome={outcome} />
      <div>
        <Button type="submit" variant="secondary" disabled={!member} isBusy={isBusy}>
          {messages.handOver}
        </Button>
      </div>
    </form>
  );
}
