import type { ContactsDeletionActions } from "@/components/contacts/deletion/contacts-deletion";
import { mayDeleteContacts } from "@/lib/crm/may-delete-contacts";
import { database } from "@/lib/database";
import { deleteContacts } from "./delete-contacts";
import { previewContactsDeletion } from "./preview-contacts-deletion";

type Membership = { role: "owner" | "admin" | "agent"; workspaceId: string };

/** The actions that delete contacts; null for a member who may not, so that they are not offered. */
export async function deletionFor(membership: Membership): Promise<ContactsDeletionActions | null> {
  return (await mayDeleteContacts(database().db, membership))
    ? { preview: previewContactsDeletion, schedule: deleteContacts }
    : null;
}
