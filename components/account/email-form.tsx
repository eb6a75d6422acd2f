"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { useForm } from "@/components/ui/use-form";
import type { AccountRefusal } from "@/lib/account/errors";
import { RequestEmailChange } from "@/lib/account/schemas";
import { accountMessages } from "./messages/account-messages";
import { refusalMessages } from "./messages/refusal-messages";

type EmailFormProps = {
  isBusy: boolean;
  onBack: () => void;
  submit: (input: RequestEmailChange) => Promise<AccountRefusal | null | undefined>;
};

const messages = accountMessages.email;

/** Which address it is to be, and the password. */
export function EmailForm({ isBusy, onBack, submit }: EmailFormProps) {
  const { register, handleSubmit, setError, formState } = useForm<RequestEmailChange>({
    resolver: zodResolver(RequestEmailChange),
    defaultValues: { email: "", password: "" },
  });
  const { errors } = formState;

  return (
    <form
      method="post"
      noValidate
      className="grid gap-5"
      onSubmit={handleSubmit(async (input) => {
        if ((await submit(input)) !== "wrong_password") return;
        setError("password", { message: refusalMessages.wrong_password }, { shouldFocus: true });
      })}
    >
      <Field label={messages.address} error={errors.email?.message}>
        {(control) => (
          <TextInput {...control} {...register("email")} type="email" autoComplete="email" />
        )}
      </Field>
      <Field label={messages.password} error={errors.password?.message}>
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
        <Button variant="quiet" disabled={isBusy} onClick={onBack}>
          {messages.back}
        </Button>
      </div>
    </form>
  );
}
