"use client";

import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { Button } from "@/components/ui/button";
import { contactsDeletionMessages } from "../messages/contacts-deletion-messages";
import type { ContactsDeletionActions } from "./contacts-deletion";
import { DeleteContactsDialog } from "./delete-contacts-dialog";

type DeleteContactProps = {
  workspaceId: string;
  contact: { id: string; name: string };
  actions: ContactsDeletionActions;
  /** Where its progress is shown: the page of the contact is about to be gone. */
  afterwards: string;
  /** On a narrow screen as a sign only. */
  look?: "regular" | "narrow";
};

/** The way to delete the one contact that is in sight. */
export function DeleteContact(props: DeleteContactProps) {
  const { workspaceId, contact, actions, afterwards, look = "regular" } = props;
  const router = useRouter();
  const choice = useMemo(() => ({ ids: [contact.id] }), [contact.id]);

  return (
    <DeleteContactsDialog
      workspaceId={workspaceId}
      choice={choice}
      name={contact.name}
      trigger={
        look === "regular" ? (
          <Button variant="danger" className="noscript:hidden">
            {contactsDeletionMessages.buttonOne}
          </Button>
        ) : (
          <Button
            variant="quiet"
            size="compact"
            className="noscript:hidden"
            aria-label={contactsDeletionMessages.buttonOne}
            title={contactsDeletionMessages.buttonOne}
          >
            <Trash2 aria-hidden="true" className="size-5" />
          </Button>
        )
      }
      actions={actions}
      onScheduled={(selectionId) => router.push(`${afterwards}?deletion=${selectionId}`)}
    />
  );
}
