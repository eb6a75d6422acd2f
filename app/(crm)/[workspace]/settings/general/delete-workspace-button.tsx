import { AskElsewhere } from "@/components/crm/ask-elsewhere";
import { DeleteWorkspaceDialog } from "@/components/erasure/delete-workspace-dialog";
import { formatSpan } from "@/components/ui/format-span";
import type { PolicyProfile } from "@/lib/policy/profile";
import { deleteWorkspace } from "./delete-workspace";
import { exportThenDelete } from "./export-then-delete";
import { previewDeletion } from "./preview-deletion";

type DeleteWorkspaceProps = {
  workspace: { id: string; slug: string; name: string };
  hasWhatsApp: boolean;
  profile: PolicyProfile;
};

/** The way to delete a workspace, as the policy offers it. */
export function DeleteWorkspace({ workspace, hasWhatsApp, profile }: DeleteWorkspaceProps) {
  const { privacyEmail } = profile.company;
  if (!profile.channels.includes("workspace_settings")) {
    return <AskElsewhere privacyEmail={privacyEmail} />;
  }
  return (
    <DeleteWorkspaceDialog
      workspace={workspace}
      terms={{
        grace: profile.graceDays === 0 ? null : formatSpan(profile.graceDays, "day"),
        hasWhatsApp,
        takesMemberAccounts: profile.erasesMembersWithoutWorkspace,
      }}
      previewDeletion={previewDeletion}
      deleteWorkspace={deleteWorkspace}
      exportThenDelete={exportThenDelete}
    />
  );
}
