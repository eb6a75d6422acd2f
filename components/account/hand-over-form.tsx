"use client";

import { useState } from "react";
import { teamRefusalMessages } from "@/components/crm/messages/team-refusal-messages";
import { OutcomeLine } from "@/components/crm/outcome-line";
import { useAct } from "@/components/crm/use-act";
import { usePosted } from "@/components/crm/use-posted";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { fillMessage } from "@/components/ui/fill-message";
import { Select } from "@/components/ui/select";
import { useInBrowser } from "@/components/ui/use-in-browser";
import type { BothWays } from "@/lib/posted/schemas";
import type { TeamResult } from "@/lib/team/errors";
import type { ChangeRole } from "@/lib/team/schemas";
import { deleteAccountMessages } from "./messages/delete-account-messages";

type HandOverFormProps = {
  workspace: { id: string; name: string };
  members: readonly { id: string; name: string; email: string }[];
  changeRole: BothWays<ChangeRole, TeamResult>;
};

const messages = deleteAccountMessages.inTheWay;

/** Makes another member an owner, so that the workspace is not left alone. */
export function HandOverForm({ workspace, members, changeRole }: HandOverFormProps) {
  const [memberId, setMemberId] = useState("");
  const { act, outcome, isBusy } = useAct(teamRefusalMessages);
  const posted = usePosted(changeRole, {
    refusals: teamRefusalMessages,
    done: ({ memberId }) =>
      fillMessage(messages.done, {
        name: members.find(({ id }) => id === memberId)?.name ?? "",
        workspace: workspace.name,
      }),
  });
  const isInBrowser = useInBrowser();
  const member = members.find(({ id }) => id === memberId);

  return (
    <form
      action={posted.action}
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
      <input type="hidden" name="workspaceId" value={workspace.id} />
      <input type="hidden" name="role" value="owner" />
      <Field label={messages.to} error={posted.faults.memberId && messages.choose}>
        {(control) => (
          <Select
            {...control}
            name="memberId"
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
      <OutcomeLine outcome={outcome ?? posted.outcome} />
      <div>
        <Button type="submit" variant="secondary" disabled={isInBrowser && !member} isBusy={isBusy}>
          {messages.handOver}
        </Button>
      </div>
    </form>
  );
}
