"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { inWords } from "@/components/crm/in-words";
import { teamRefusalMessages } from "@/components/crm/messages/team-refusal-messages";
import { OutcomeLine } from "@/components/crm/outcome-line";
import { useAct } from "@/components/crm/use-act";
import { usePosted } from "@/components/crm/use-posted";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { fillMessage } from "@/components/ui/fill-message";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { useForm } from "@/components/ui/use-form";
import { roleMay } from "@/lib/authorization/role-may";
import type { BothWays } from "@/lib/posted/schemas";
import type { TeamResult } from "@/lib/team/errors";
import { InviteMember, Role } from "@/lib/team/schemas";
import { teamMessages } from "./messages/team-messages";

type InviteFormProps = {
  workspaceId: string;
  /** Of whoever is looking. */
  role: Role;
  inviteMember: BothWays<InviteMember, TeamResult>;
};

const messages = teamMessages.invite;

/** Asks somebody to join, by mail. */
export function InviteForm({ workspaceId, role, inviteMember }: InviteFormProps) {
  const { act, outcome, isBusy } = useAct(teamRefusalMessages);
  const posted = usePosted(inviteMember, {
    refusals: teamRefusalMessages,
    done: ({ email = "" }) => fillMessage(messages.sent, { email }),
  });
  const asked = Role.catch("agent").parse(posted.typed.role);
  const { register, handleSubmit, reset, formState } = useForm<InviteMember>({
    resolver: zodResolver(InviteMember),
    defaultValues: { workspaceId, email: posted.typed.email ?? "", role: asked },
  });

  async function submit(input: InviteMember) {
    const refusal = await act(
      () => inviteMember(input),
      fillMessage(messages.sent, { email: input.email }),
    );
    if (refusal === null) reset({ workspaceId, email: "", role: "agent" });
  }

  return (
    <Panel aria-labelledby="invite">
      <form
        action={posted.action}
        noValidate
        onSubmit={handleSubmit(submit)}
        className="grid gap-5"
      >
        <input type="hidden" name="workspaceId" value={workspaceId} />
        <h2 id="invite" className="font-semibold text-lg">
          {messages.title}
        </h2>
        <Field
          label={messages.email}
          error={inWords(formState.errors.email?.message) ?? posted.faults.email}
        >
          {(control) => (
            <TextInput
              {...control}
              {...register("email")}
              defaultValue={posted.typed.email}
              type="email"
              autoComplete="off"
            />
          )}
        </Field>
        <Field label={messages.role} hint={teamMessages.roleHints}>
          {(control) => (
            <Select {...control} {...register("role")} defaultValue={asked}>
              {Role.options
                .filter((one) => one !== "owner" || roleMay("change_owners", role))
                .toReversed()
                .map((one) => (
                  <option key={one} value={one}>
                    {teamMessages.roles[one]}
                  </option>
                ))}
            </Select>
          )}
        </Field>
        <OutcomeLine outcome={outcome ?? posted.outcome} />
        <div>
          <Button type="submit" isBusy={isBusy}>
            {messages.button}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
