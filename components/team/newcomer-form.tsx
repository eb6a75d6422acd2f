"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useState } from "react";
import { actMessages } from "@/components/crm/messages/act-messages";
import { teamRefusalMessages } from "@/components/crm/messages/team-refusal-messages";
import { RefusalLine } from "@/components/crm/refusal-line";
import { signInWithPassword } from "@/components/crm/sign-in-with-password";
import { usePosted } from "@/components/crm/use-posted";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { fillMessage } from "@/components/ui/fill-message";
import { TextInput } from "@/components/ui/text-input";
import { useForm } from "@/components/ui/use-form";
import type { BothWays } from "@/lib/posted/schemas";
import type { TeamResult } from "@/lib/team/errors";
import { JoinAsNewcomer } from "@/lib/team/schemas";
import { invitationMessages } from "./messages/invitation-messages";

type NewcomerFormProps = {
  token: string;
  email: string;
  join: BothWays<JoinAsNewcomer, TeamResult<{ slug: string; email: string }>>;
};

const messages = invitationMessages.newcomer;

/** Makes an account for the invited address, joins with it, and signs in. */
export function NewcomerForm({ token, email, join }: NewcomerFormProps) {
  const [refusal, setRefusal] = useState<string | null>(null);
  const posted = usePosted(join, { refusals: teamRefusalMessages, done: "" });
  const { register, handleSubmit, formState } = useForm<JoinAsNewcomer>({
    resolver: zodResolver(JoinAsNewcomer),
    defaultValues: { token, name: posted.typed.name ?? "", password: "" },
  });
  const { errors, isSubmitting } = formState;

  async function submit(input: JoinAsNewcomer) {
    setRefusal(null);
    const result = await join(input).catch(() => null);
    if (!result?.ok) {
      setRefusal(result ? teamRefusalMessages[result.code] : actMessages.failed);
      return;
    }
    const { slug } = result.value;
    const signedIn = await signInWithPassword(email, input.password);
    if (signedIn?.ok) window.location.assign(`/${slug}/inbox`);
    else setRefusal(messages.created);
  }

  return (
    <form action={posted.action} noValidate onSubmit={handleSubmit(submit)} className="grid gap-5">
      <input type="hidden" name="token" value={token} />
      <p className="text-ink-muted">{fillMessage(messages.text, { email })}</p>
      <RefusalLine refusal={refusal} posted={posted.outcome} className="-mb-5 not-empty:mb-0" />
      <Field label={messages.name} error={errors.name?.message ?? posted.faults.name}>
        {(control) => (
          <TextInput
            {...control}
            {...register("name")}
            defaultValue={posted.typed.name}
            autoComplete="name"
          />
        )}
      </Field>
      <Field
        label={messages.password}
        hint={messages.passwordHint}
        error={errors.password?.message ?? posted.faults.password}
      >
        {(control) => (
          <TextInput
            {...control}
            {...register("password")}
            type="password"
            autoComplete="new-password"
          />
        )}
      </Field>
      <div>
        <Button type="submit" isBusy={isSubmitting}>
          {messages.button}
        </Button>
      </div>
    </form>
  );
}
