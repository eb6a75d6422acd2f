"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import type { PostedForm } from "@/components/crm/use-posted";
import { Button } from "@/components/ui/button";
import { useForm } from "@/components/ui/use-form";
import type { AccountRefusal } from "@/lib/account/errors";
import { ConfirmEmailChange } from "@/lib/account/schemas";
import { CodeField } from "./code-field";
import { accountMessages } from "./messages/account-messages";

type EmailCodeFormProps = {
  /** What became of the form where the browser posted it by itself. */
  posted: PostedForm;
  isBusy: boolean;
  onBack: () => void;
  submit: (input: ConfirmEmailChange) => Promise<AccountRefusal | null | undefined>;
};

const messages = accountMessages.email;

/** The code that came to the new address. */
export function EmailCodeForm({ posted, isBusy, onBack, submit }: EmailCodeFormProps) {
  const { register, handleSubmit, formState } = useForm<ConfirmEmailChange>({
    resolver: zodResolver(ConfirmEmailChange),
    defaultValues: { code: "" },
  });

  return (
    <form
      action={posted.action}
      noValidate
      className="grid gap-5"
      onSubmit={handleSubmit(async (input) => {
        await submit(input);
      })}
    >
      <CodeField
        label={messages.code}
        hint={messages.codeHint}
        error={formState.errors.code?.message ?? posted.faults.code}
        registered={register("code")}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" isBusy={isBusy}>
          {messages.confirm}
        </Button>
        <Button variant="quiet" disabled={isBusy} onClick={onBack} className="noscript:hidden">
          {messages.back}
        </Button>
      </div>
    </form>
  );
}
