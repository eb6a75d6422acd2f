"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { OutcomeLine } from "@/components/crm/outcome-line";
import { useAct } from "@/components/crm/use-act";
import { usePosted } from "@/components/crm/use-posted";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { useForm } from "@/components/ui/use-form";
import type { AccountResult } from "@/lib/account/errors";
import { ChangePassword } from "@/lib/account/schemas";
import type { BothWays } from "@/lib/posted/schemas";
import { AccountSection } from "./account-section";
import { accountMessages } from "./messages/account-messages";
import { refusalMessages } from "./messages/refusal-messages";

type PasswordSectionProps = {
  hasPassword: boolean;
  changePassword: BothWays<ChangePassword, AccountResult>;
};

const messages = accountMessages.password;

/** A new password for the old one. */
export function PasswordSection({ hasPassword, changePassword }: PasswordSectionProps) {
  const { act, outcome, isBusy } = useAct(refusalMessages);
  const posted = usePosted(changePassword, {
    refusals: refusalMessages,
    done: messages.done,
    at: { wrong_password: "currentPassword" },
  });
  const { register, handleSubmit, reset, setError, formState } = useForm<ChangePassword>({
    resolver: zodResolver(ChangePassword),
    defaultValues: { currentPassword: "", newPassword: "" },
  });
  const { errors } = formState;

  async function submit(input: ChangePassword) {
    const refusal = await act(() => changePassword(input), messages.done);
    if (refusal === null) reset();
    if (refusal === "wrong_password") {
      setError(
        "currentPassword",
        { message: refusalMessages.wrong_password },
        { shouldFocus: true },
      );
    }
  }

  if (!hasPassword) return <AccountSection title={messages.title} text={messages.none} />;
  return (
    <AccountSection title={messages.title} text={messages.text}>
      <form
        action={posted.action}
        noValidate
        onSubmit={handleSubmit(submit)}
        className="grid gap-5"
      >
        <Field
          label={messages.current}
          error={errors.currentPassword?.message ?? posted.faults.currentPassword}
        >
          {(control) => (
            <TextInput
              {...control}
              {...register("currentPassword")}
              type="password"
              autoComplete="current-password"
            />
          )}
        </Field>
        <Field
          label={messages.next}
          hint={messages.nextHint}
          error={errors.newPassword?.message ?? posted.faults.newPassword}
        >
          {(control) => (
            <TextInput
              {...control}
              {...register("newPassword")}
              type="password"
              autoComplete="new-password"
            />
          )}
        </Field>
        <OutcomeLine outcome={outcome ?? posted.outcome} />
        <div>
          <Button type="submit" isBusy={isBusy}>
            {messages.button}
          </Button>
        </div>
      </form>
    </AccountSection>
  );
}
