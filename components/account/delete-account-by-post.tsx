"use client";

import { arrival } from "@/components/crm/arrival";
import { actMessages } from "@/components/crm/messages/act-messages";
import { OutcomeLine } from "@/components/crm/outcome-line";
import { usePosted } from "@/components/crm/use-posted";
import { DeleteWorkspaceDialogPreview } from "@/components/erasure/delete-workspace-dialog-preview";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Field } from "@/components/ui/field";
import { fillMessage } from "@/components/ui/fill-message";
import { TextInput } from "@/components/ui/text-input";
import type { AccountResult } from "@/lib/account/errors";
import type { DeleteAccount } from "@/lib/account/schemas";
import type { BothWays } from "@/lib/posted/schemas";
import { DeleteAccountConsequences } from "./delete-account-consequences";
import type { AccountDeletionPreview } from "./delete-account-counts";
import { DetachedList } from "./detached-list";
import { deleteAccountMessages as messages } from "./messages/delete-account-messages";
import { refusalMessages } from "./messages/refusal-messages";

type DeleteAccountByPostProps = {
  account: { email: string; hasPassword: boolean };
  /** For how long it can be taken back, in words; null when it cannot. */
  grace: string | null;
  counted: AccountResult<AccountDeletionPreview>;
  sendCode: BothWays<Record<string, never>, AccountResult>;
  deleteAccount: BothWays<DeleteAccount, AccountResult<{ confirmationCode: string }>>;
};

/** What the dialog says and asks, for a browser without scripts: the same preview, the same proof. */
export function DeleteAccountByPost(props: DeleteAccountByPostProps) {
  const { account, grace, counted, sendCode, deleteAccount } = props;
  const { email, hasPassword } = account;
  const proof = hasPassword ? "password" : "code";
  const deleting = usePosted(deleteAccount, {
    refusals: refusalMessages,
    done: "",
    at: { wrong_password: proof, wrong_code: proof, invalid_input: proof },
  });
  const sending = usePosted(sendCode, {
    refusals: refusalMessages,
    done: fillMessage(messages.code.sent, { email }),
  });

  const outcome = deleting.outcome ?? sending.outcome;

  return (
    <div className="grid gap-8">
      <div className="grid gap-2">
        <h3 className="font-semibold" {...(outcome === null ? arrival : {})}>
          {messages.dialogTitle}
        </h3>
        <p className="text-ink-muted">
          {grace === null
            ? messages.startsAtOnce
            : fillMessage(messages.startsAfter, { days: grace })}
        </p>
      </div>
      {counted.ok ? (
        <>
          <DeleteWorkspaceDialogPreview preview={counted.value} />
          <DetachedList items={counted.value.detached} />
        </>
      ) : (
        <Callout tone="warning" title={refusalMessages[counted.code] ?? actMessages.failed} />
      )}
      <DeleteAccountConsequences />
      <OutcomeLine outcome={outcome} />
      {!hasPassword && (
        <form action={sending.action} className="grid gap-3">
          <p className="text-ink-muted">{fillMessage(messages.code.needed, { email })}</p>
          <div>
            <Button type="submit" variant="secondary" size="compact">
              {messages.code.send}
            </Button>
          </div>
        </form>
      )}
      <form action={deleting.action} className="grid gap-4">
        <Field
          label={messages[proof].label}
          hint={messages[proof].hint}
          error={deleting.faults[proof]}
        >
          {(control) =>
            hasPassword ? (
              <TextInput
                {...control}
                name="password"
                type="password"
                autoComplete="current-password"
                maxLength={1024}
                required
              />
            ) : (
              <TextInput
                {...control}
                name="code"
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={20}
                dir="ltr"
                className="max-w-48 font-mono tracking-widest"
                required
              />
            )
          }
        </Field>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="danger">
            {messages.button}
          </Button>
          <ButtonLink href="/account" variant="secondary">
            {messages.cancel}
          </ButtonLink>
        </div>
      </form>
    </div>
  );
}
