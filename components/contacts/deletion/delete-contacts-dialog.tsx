"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { DialogClose } from "@/components/ui/dialog-close";
import { Field } from "@/components/ui/field";
import { fillMessage } from "@/components/ui/fill-message";
import { formatCount } from "@/components/ui/format-count";
import { TextInput } from "@/components/ui/text-input";
import {
  type ContactChoice,
  contactsWithoutTyping,
  isCountConfirmed,
} from "@/lib/contacts/schemas";
import { contactsDeletionMessages as messages } from "../messages/contacts-deletion-messages";
import type { ContactsDeletionActions } from "./contacts-deletion";
import { ContactsDeletionCounts } from "./contacts-deletion-counts";
import { useDeletionPreview } from "./use-deletion-preview";

type DeleteContactsDialogProps = {
  workspaceId: string;
  choice: ContactChoice;
  /** The contact's name, where it is one that is in sight. */
  name?: string;
  trigger: ReactNode;
  actions: ContactsDeletionActions;
  onScheduled: (selectionId: string) => void;
};

/**
 * Says what deleting the chosen contacts would do and, for more than ten, takes their number as the
 * statement of intent.
 *
 * The server counts and compares again: the disabled button is help, not protection.
 */
export function DeleteContactsDialog(props: DeleteContactsDialogProps) {
  const { workspaceId, choice, name, trigger, actions, onScheduled } = props;
  const [isOpen, setIsOpen] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [typed, setTyped] = useState("");
  const [refusal, setRefusal] = useState<string | null>(null);
  const { counting, countAgain } = useDeletionPreview({
    workspaceId,
    choice,
    isWanted: isOpen,
    preview: actions.preview,
  });
  const count = counting.state === "loaded" ? counting.preview.contacts : null;
  const isTyped = count !== null && count > contactsWithoutTyping;
  const isConfirmed = count !== null && count > 0 && (!isTyped || isCountConfirmed(typed, count));

  function changeOpen(open: boolean) {
    if (isBusy) return;
    setIsOpen(open);
    setTyped("");
    setRefusal(null);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!isConfirmed || isBusy) return;
    setRefusal(null);
    setIsBusy(true);
    const result = await actions
      .schedule({ workspaceId, choice, confirmCount: count })
      .catch(() => null);
    setIsBusy(false);
    if (result?.ok) {
      setIsOpen(false);
      return onScheduled(result.value.selectionId);
    }
    setRefusal(result ? messages.refusals[result.code] : messages.unanswered);
    if (result?.code === "count_mismatch") {
      setTyped("");
      countAgain();
    }
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={changeOpen}
      trigger={trigger}
      title={titleOf(name, count)}
      description={messages.description}
      actions={
        <form method="post" onSubmit={submit} noValidate className="grid w-full gap-4">
          <div role="alert" className="empty:hidden">
            {refusal && <Callout tone="danger">{refusal}</Callout>}
          </div>
          {isTyped && (
            <Field
              label={messages.typed.label}
              hint={
                <>
                  {messages.typed.hint}{" "}
                  <strong className="font-mono text-ink">{formatCount(count)}</strong>
                </>
              }
            >
              {(control) => (
                <TextInput
                  {...control}
                  value={typed}
                  onChange={(event) => setTyped(event.target.value)}
                  inputMode="numeric"
                  autoComplete="off"
                  maxLength={20}
                  className="font-mono"
                />
              )}
            </Field>
          )}
          <div className="flex flex-row-reverse flex-wrap gap-3">
            <Button
              type="submit"
              variant="danger"
              disabled={!isConfirmed}
              isBusy={isBusy}
              className="grow sm:grow-0"
            >
              {confirmLabel(count)}
            </Button>
            <DialogClose>
              <Button variant="secondary" disabled={isBusy} className="grow sm:grow-0">
                {messages.cancel}
              </Button>
            </DialogClose>
          </div>
        </form>
      }
    >
      <ContactsDeletionCounts counting={counting} onCountAgain={countAgain} />
    </Dialog>
  );
}

function titleOf(name: string | undefined, count: number | null): string {
  if (name !== undefined) return fillMessage(messages.titleOne, { name });
  return count === null || count < 2
    ? messages.titleSome
    : fillMessage(messages.titleMany, { count: formatCount(count) });
}

function confirmLabel(count: number | null): string {
  if (count === null || count === 0) return messages.confirmUnknown;
  return count === 1
    ? messages.confirmOne
    : fillMessage(messages.confirmMany, { count: formatCount(count) });
}
