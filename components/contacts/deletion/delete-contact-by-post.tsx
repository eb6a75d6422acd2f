"use client";

import { OutcomeLine } from "@/components/crm/outcome-line";
import { usePosted } from "@/components/crm/use-posted";
import { Button } from "@/components/ui/button";
import { fillMessage } from "@/components/ui/fill-message";
import { contactsDeletionMessages as messages } from "../messages/contacts-deletion-messages";
import type { ContactsDeletionActions } from "./contacts-deletion";
import { ContactsDeletionKept } from "./contacts-deletion-kept";

type DeleteContactByPostProps = {
  workspaceId: string;
  contact: { id: string; name: string };
  schedule: ContactsDeletionActions["schedule"];
  afterwards: string;
};

/** What the dialog for one contact says and asks, for a browser without scripts: opened first, then confirmed. */
export function DeleteContactByPost(props: DeleteContactByPostProps) {
  const { workspaceId, contact, schedule, afterwards } = props;
  const posted = usePosted(schedule, { refusals: messages.refusals, done: "" });

  return (
    <details open={posted.outcome !== null}>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">{messages.buttonOne}</summary>
      <form action={posted.action} className="grid gap-5">
        <input type="hidden" name="workspaceId" value={workspaceId} />
        <input type="hidden" name="contactId" value={contact.id} />
        <input type="hidden" name="afterwards" value={afterwards} />
        <h3 className="font-semibold">{fillMessage(messages.titleOne, { name: contact.name })}</h3>
        <p className="text-ink-muted">{messages.description}</p>
        <ContactsDeletionKept />
        <OutcomeLine outcome={posted.outcome} />
        <div>
          <Button type="submit" variant="danger">
            {messages.confirmOne}
          </Button>
        </div>
      </form>
    </details>
  );
}
