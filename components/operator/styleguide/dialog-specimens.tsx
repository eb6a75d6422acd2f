"use client";

import { DeleteAccountDialog } from "@/components/account/delete-account-dialog";
import { DeleteContactsDialog } from "@/components/contacts/deletion/delete-contacts-dialog";
import { DeleteWorkspaceDialog } from "@/components/erasure/delete-workspace-dialog";
import { RemoveMemberDialog } from "@/components/team/remove-member-dialog";
import { Button } from "@/components/ui/button";
import { ActDialog } from "../acts/act-dialog";
import { ReasonField } from "../acts/reason-field";
import { actMessages } from "../messages/act-messages";
import { Specimen } from "./specimen";
import { nothingHere, refuse, shownId } from "./stand-ins";

const preview = {
  erased: [
    { title: "Conversations and messages", contents: "What was written.", rows: 12_480 },
    { title: "Contacts", contents: "Names and numbers.", rows: 431 },
  ],
  retained: [{ title: "Invoices", reason: "The law asks for them.", rows: 12, until: null }],
  detached: [{ title: "Messages written as an agent", rows: 96 }],
};

/** The dialogs behind which something is destroyed. They count, and refuse whatever is confirmed. */
export function DialogSpecimens() {
  const counted = async () => ({ ok: true, value: preview }) as const;
  const countedContact = async () =>
    ({ ok: true, value: { ...preview, contacts: 1, isProjected: false } }) as const;
  const uncounted = async () => ({ ok: false, code: "not_authorised" }) as const;

  return (
    <Specimen name="Dialogs that destroy">
      <DeleteWorkspaceDialog
        workspace={{ id: shownId, slug: "acme", name: "Acme" }}
        terms={{ grace: "7 days", takesMemberAccounts: true, hasWhatsApp: true }}
        previewDeletion={counted}
        deleteWorkspace={refuse("on_hold")}
        exportThenDelete={refuse("on_hold")}
      />
      <DeleteWorkspaceDialog
        workspace={{ id: shownId, slug: "globex", name: "Globex, which cannot be counted" }}
        terms={{ grace: null, takesMemberAccounts: false, hasWhatsApp: false }}
        previewDeletion={uncounted}
        deleteWorkspace={refuse("not_authorised")}
        exportThenDelete={refuse("not_authorised")}
      />
      <DeleteAccountDialog
        account={{ email: "wren@acme.test", hasPassword: true }}
        grace={null}
        previewDeletion={counted}
        sendCode={refuse("too_many_attempts")}
        deleteAccount={refuse("wrong_password")}
      />
      <RemoveMemberDialog name="Wren Castellanos" isBusy={false} onRemove={nothingHere} />
      <ActDialog
        words={actMessages.acts.refuse}
        look="danger"
        act={refuse("wrong_state")}
        confirmPassword={refuse("wrong_password")}
        inputOf={() => null}
      >
        <ReasonField
          names={["dispute", "other"]}
          words={{ dispute: "A dispute", other: "Something else" }}
          error={undefined}
        />
      </ActDialog>
      <DeleteContactsDialog
        workspaceId={shownId}
        choice={{ ids: [shownId] }}
        name="Ada Lovelace"
        trigger={<Button variant="danger">Delete contact</Button>}
        actions={{ preview: countedContact, schedule: refuse("not_found") }}
        onScheduled={() => {}}
      />
    </Specimen>
  );
}
