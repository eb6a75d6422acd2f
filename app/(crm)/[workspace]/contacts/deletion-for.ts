import type { ContactsDeletionActions } from "@/components/contacts/deletion/contacts-deletion";
import type { Membership } from "@/lib/auth/find-membership";
import { memberMay } from "@/lib/authorization/member-may";
import { deleteContacts } from "./delete-contacts";
import { previewContactsDeletion } from "./preview-contacts-deletion";

/** The actions that delete contacts; null for a member who may not, so that they are not offered. */
export function deletionFor(membership: Membership): ContactsDeletionActions | null {
  return memberMay("erase_contact", membership)
    ? { preview: previewContactsDeletion, schedule: deleteContacts }
    : null;
}
