import type { WorkspaceDeletionPreview } from "@/components/erasure/delete-workspace-dialog-preview";
import type { DeletionResult } from "@/components/erasure/delete-workspace-dialog-result";
import type { ContactChoice, DeleteContacts } from "@/lib/contacts/schemas";
import type { ContactsErasureStatus } from "@/lib/erasure/status";
import type { BothWays } from "@/lib/posted/schemas";

/** What deleting chosen contacts would do now, in the words of the published policy. */
export type ContactsDeletionPreview = WorkspaceDeletionPreview & {
  contacts: number;
  isProjected: boolean;
};

/** The server's side of deleting contacts: its actions, as the page hands them down. */
export type ContactsDeletionActions = {
  preview: (input: {
    workspaceId: string;
    choice: ContactChoice;
  }) => Promise<DeletionResult<ContactsDeletionPreview>>;
  schedule: BothWays<DeleteContacts, DeletionResult<{ selectionId: string }>>;
};

/** Null for a deletion that nobody asked for in this workspace. */
export type FollowDeletion = (input: {
  workspaceId: string;
  selectionId: string;
}) => Promise<DeletionResult<ContactsErasureStatus | null>>;
