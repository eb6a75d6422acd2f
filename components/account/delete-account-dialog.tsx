"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { fillMessage } from "@/components/ui/fill-message";
import type { AccountResult } from "@/lib/account/errors";
import type { DeleteAccount } from "@/lib/account/schemas";
import { DeleteAccountConsequences } from "./delete-account-consequences";
import { DeleteAccountCounts, type PreviewAccountDeletion } from "./delete-account-counts";
import { DeleteAccountForm } from "./delete-account-form";
import { deleteAccountMessages } from "./messages/delete-account-messages";

type DeleteAccountDialogProps = {
  account: { email: string; hasPassword: boolean };
  /** For how long it can be taken back, in words; null when it cannot. */
  grace: string | null;
  previewDeletion: PreviewAccountDeletion;
  sendCode: (input: Record<string, never>) => Promise<AccountResult>;
  deleteAccount: (input: DeleteAccount) => Promise<AccountResult<{ confirmationCode: string }>>;
};

const messages = deleteAccountMessages;

/** Says what deleting the account would do, and takes the proof that its owner is asking. */
export function DeleteAccountDialog(props: DeleteAccountDialogProps) {
  const { account, grace, previewDeletion, sendCode, deleteAccount } = props;
  const [isOpen, setIsOpen] = useState(false);
  const [isBusy, setIsBusy] = useState(false);

  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => !isBusy && setIsOpen(open)}
      trigger={
        <Button variant="danger" className="noscript:hidden">
          {messages.button}
        </Button>
      }
      title={messages.dialogTitle}
      description={
        grace === null ? messages.startsAtOnce : fillMessage(messages.startsAfter, { days: grace })
      }
      actions={
        <DeleteAccountForm
          account={account}
          sendCode={sendCode}
          deleteAccount={deleteAccount}
          onBusyChange={setIsBusy}
        />
      }
    >
      <div className="grid gap-8">
        <DeleteAccountCounts previewDeletion={previewDeletion} />
        <DeleteAccountConsequences />
      </div>
    </Dialog>
  );
}
