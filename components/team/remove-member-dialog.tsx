"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogClose } from "@/components/ui/dialog-close";
import { fillMessage } from "@/components/ui/fill-message";
import { teamMessages } from "./messages/team-messages";

type RemoveMemberDialogProps = {
  name: string;
  isBusy: boolean;
  onRemove: () => Promise<unknown>;
};

const messages = teamMessages.removal;

/** Asks once more before somebody loses access. */
export function RemoveMemberDialog({ name, isBusy, onRemove }: RemoveMemberDialogProps) {
  const [isOpen, setIsOpen] = useState(false);

  return (
    <Dialog
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        <Button
          variant="secondary"
          size="compact"
          disabled={isBusy}
          className="noscript:hidden"
          aria-label={fillMessage(teamMessages.team.removeLabel, { name })}
        >
          {teamMessages.team.remove}
        </Button>
      }
      title={fillMessage(messages.title, { name })}
      description={messages.description}
      actions={
        <>
          <Button
            variant="danger"
            onClick={() => {
              setIsOpen(false);
              void onRemove();
            }}
          >
            {messages.confirm}
          </Button>
          <DialogClose>
            <Button variant="secondary">{messages.cancel}</Button>
          </DialogClose>
        </>
      }
    >
      <p className="text-ink-muted">{messages.tokens}</p>
    </Dialog>
  );
}
