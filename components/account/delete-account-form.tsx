"use client";

import { useState } from "react";
import { actMessages } from "@/components/crm/messages/act-messages";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DialogClose } from "@/components/ui/dialog-close";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
import { useForm } from "@/components/ui/use-form";
import type { AccountResult } from "@/lib/account/errors";
import type { DeleteAccount } from "@/lib/account/schemas";
import { CodeField } from "./code-field";
import { deleteAccountMessages } from "./messages/delete-account-messages";
import { refusalMessages } from "./messages/refusal-messages";
import { SendCode } from "./send-code";

type DeleteAccountFormProps = {
  account: { email: string; hasPassword: boolean };
  sendCode: (input: Record<string, never>) => Promise<AccountResult>;
  deleteAccount: (input: DeleteAccount) => Promise<AccountResult<{ confirmationCode: string }>>;
  onBusyChange: (isBusy: boolean) => void;
};

const messages = deleteAccountMessages;

/** The proof that it is the account's owner, and the button. The server compares; this only asks. */
export function DeleteAccountForm(props: DeleteAccountFormProps) {
  const { account, sendCode, deleteAccount, onBusyChange } = props;
  const [isLeaving, setIsLeaving] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { register, handleSubmit, watch, setError, resetField, formState } = useForm({
    defaultValues: { proof: "" },
  });
  const isBusy = formState.isSubmitting || isLeaving;

  async function submit({ proof }: { proof: string }) {
    setRefusal(null);
    onBusyChange(true);
    const input = account.hasPassword ? { password: proof } : { code: proof };
    const result = await deleteAccount(input).catch(() => null);
    if (result?.ok) {
      setIsLeaving(true);
      // A full load: nothing that was rendered for who was signed in may stay.
      window.location.assign(`/data-deletion/status/${result.value.confirmationCode}`);
      return;
    }
    onBusyChange(false);
    resetField("proof");
    if (result?.code === "wrong_password" || result?.code === "wrong_code") {
      setError("proof", { message: refusalMessages[result.code] }, { shouldFocus: true });
    } else {
      setRefusal(result ? refusalMessages[result.code] : actMessages.failed);
    }
  }

  return (
    <form method="post" noValidate onSubmit={handleSubmit(submit)} className="grid w-full gap-4">
      <div role="alert" className="-mb-4 not-empty:mb-0">
        {refusal && <Callout tone="danger">{refusal}</Callout>}
      </div>
      {account.hasPassword ? (
        <Field
          label={messages.password.label}
          hint={messages.password.hint}
          error={formState.errors.proof?.message}
        >
          {(control) => (
            <TextInput
              {...control}
              {...register("proof")}
              type="password"
              autoComplete="current-password"
              maxLength={1024}
            />
          )}
        </Field>
      ) : (
        <>
          <SendCode email={account.email} sendCode={sendCode} />
          <CodeField
            label={messages.code.label}
            hint={messages.code.hint}
            error={formState.errors.proof?.message}
            registered={register("proof")}
          />
        </>
      )}
      <div className="flex flex-row-reverse flex-wrap gap-3">
        <Button
          type="submit"
          variant="danger"
          disabled={watch("proof") === ""}
          isBusy={isBusy}
          className="grow sm:grow-0"
        >
          {messages.button}
        </Button>
        <DialogClose>
          <Button variant="secondary" disabled={isBusy} className="grow sm:grow-0">
            {messages.cancel}
          </Button>
        </DialogClose>
      </div>
    </form>
  );
}
