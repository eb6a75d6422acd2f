import { AskElsewhere } from "@/components/crm/ask-elsewhere";
import { DeleteWorkspaceByPost } from "@/components/erasure/delete-workspace-by-post";
import { DeleteWorkspaceDialog } from "@/components/erasure/delete-workspace-dialog";
import { deleteWorkspaceMessages } from "@/components/erasure/messages/delete-workspace-messages";
import { ButtonLink } from "@/components/ui/button-link";
import { formatSpan } from "@/components/ui/format-span";
import type { PolicyProfile } from "@/lib/policy/profile";
import { deleteWorkspace } from "./delete-workspace";
import { exportThenDelete } from "./export-then-delete";
import { previewDeletion } from "./preview-deletion";

type DeleteWorkspaceProps = {
  workspace: { id: string; slug: string; name: string };
  hasWhatsApp: boolean;
  profile: PolicyProfile;
  /** Asks at once, on the page, for a browser that opens no dialog. */
  isOpen?: boolean;
};

/** The way to delete a workspace, as the policy offers it. */
export async function DeleteWorkspace(props: DeleteWorkspaceProps) {
  const { workspace, hasWhatsApp, profile, isOpen = false } = props;
  const { privacyEmail } = profile.company;
  if (!profile.channels.includes("workspace_settings")) {
    return <AskElsewhere privacyEmail={privacyEmail} />;
  }
  const terms = {
    grace: profile.graceDays === 0 ? null : formatSpan(profile.graceDays, "day"),
    hasWhatsApp,
    takesMemberAccounts: profile.erasesMembersWithoutWorkspace,
  };
  const deletion = { workspace, terms, deleteWorkspace, exportThenDelete };
  if (isOpen) {
    const counted = await previewDeletion({ workspaceId: workspace.id });
    return <DeleteWorkspaceByPost {...deletion} counted={counted} />;
  }
  return (
    <>
      <DeleteWorkspaceDialog {...deletion} previewDeletion={previewDeletion} />
      <noscript>
        <ButtonLink href={`/${workspace.slug}/settings/general?step=delete`} variant="danger">
          {deleteWorkspaceMessages.button}
        </ButtonLink>
      </noscript>
    </>
  );
}
