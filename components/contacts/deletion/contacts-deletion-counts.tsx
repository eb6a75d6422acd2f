import { DeleteWorkspaceDialogPreview } from "@/components/erasure/delete-workspace-dialog-preview";
import { DeleteWorkspaceDialogSkeleton } from "@/components/erasure/delete-workspace-dialog-skeleton";
import { deleteWorkspaceMessages } from "@/components/erasure/messages/delete-workspace-messages";
import type { Counting } from "@/components/erasure/use-counting";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { LiveRegion } from "@/components/ui/live-region";
import { contactsDeletionMessages } from "../messages/contacts-deletion-messages";
import type { ContactsDeletionPreview } from "./contacts-deletion";
import { ContactsDeletionKept } from "./contacts-deletion-kept";

type ContactsDeletionCountsProps = {
  counting: Counting<ContactsDeletionPreview>;
  onCountAgain: () => void;
};

const { projected } = contactsDeletionMessages;

/** What goes, category by category, and what stays. */
export function ContactsDeletionCounts({ counting, onCountAgain }: ContactsDeletionCountsProps) {
  return (
    <div className="grid gap-8">
      <LiveRegion>
        {counting.state === "loading" ? deleteWorkspaceMessages.preview.counting : ""}
      </LiveRegion>
      {counting.state === "loading" && <DeleteWorkspaceDialogSkeleton />}
      {counting.state === "failed" && (
        <Callout tone="warning" role="alert" title={counting.message}>
          <Button variant="secondary" size="compact" className="mt-3" onClick={onCountAgain}>
            {deleteWorkspaceMessages.preview.again}
          </Button>
        </Callout>
      )}
      {counting.state === "loaded" && (
        <>
          {counting.preview.isProjected && <p className="text-ink-muted text-sm">{projected}</p>}
          <DeleteWorkspaceDialogPreview preview={counting.preview} />
        </>
      )}
      <ContactsDeletionKept />
    </div>
  );
}
