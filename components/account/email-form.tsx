"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { inWords } from "@/components/crm/in-words";
import type { PostedForm } from "@/components/crm/use-posted";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { useForm } from "@/components/ui/use-form";
import type { AccountRefusal } from "@/lib/account/errors";
import { RequestEmailChange } from "@/lib/account/schemas";
import { accountMessages } from "./messages/account-messages";
import { refusalMessages } from "./messages/refusal-messages";

type EmailFormProps = {
  /** What became of the form where the browser posted it by itself. */
  posted: PostedForm;
  isBusy: boolean;
  onBack: () => void;
  submit: (input: RequestEmailChange) => Promise<AccountRefusal | null | undefined>;
};

const messages = accountMessages.email;

/** Which address it is to be, and the password. */
export function EmailForm({ posted, isBusy, onBack, submit }: EmailFormProps) {
  const { register, handleSubmit, setError, formState } = useForm<RequestEmailChange>({
    resolver: zodResolver(RequestEmailChange),
    defaultValues: { email: posted.typed.email ?? "", password: "" },
  });
  const { errors } = formState;

  return (
    <form
      action={posted.action}
      noValidate
      className="grid gap-5"
      onSubmit={handleSubmit(async (input) => {
        if ((await submit(input)) !== "wrong_password") return;
        setError("password", { message: refusalMessages.wrong_password }, { shouldFocus: true });
      })}
    >
      <Field label={messages.address} error={inWords(errors.email?.message) ?? posted.faults.email}>
        {(control) => (
          <TextInput
            {...control}
            {...register("email")}
            defaultValue={posted.typed.email}
            type="email"
            autoComplete="email"
          />
        )}
      </Field>
      <Field label={messages.password} error={errors.password?.message ?? posted.faults.password}>
        {(control) => (
          <TextInput
            {...control}
            {...register("password")}
            type="password"
            autoComplete="current-password"
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" isBusy={isBusy}>
          {messages.send}
        </Button>
        <Button variant="quiet" disabled={isBusy} onClick={onBack} className="noscript:hidden">
          {messages.back}
        </Button>
      </div>
    </form>
  );
}
