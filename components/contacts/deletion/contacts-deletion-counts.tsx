import { DeleteWorkspaceDialogPreview } from "@/components/erasure/delete-workspace-dialog-preview";
import { DeleteWorkspaceDialogSkeleton } from "@/components/erasure/delete-workspace-dialog-skeleton";
import { deleteWorkspaceMessages } from "@/components/erasure/messages/delete-workspace-messages";
import type { Counting } from "@/components/erasure/use-counting";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { LiveRegion } from "@/components/ui/live-region";
import { contactsDeletionMessages } from "../messages/contacts-deletion-messages";
import type { ContactsDeletionPreview } from "./contacts-deletion";

type ContactsDeletionCountsProps = {
  counting: Counting<ContactsDeletionPreview>;
  onCountAgain: () => void;
};

const { kept, projected } = contactsDeletionMessages;

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
      <section className="grid gap-3">
        <h3 className="font-semibold">{kept.title}</h3>
        <ul className="grid list-disc gap-1.5 ps-5 text-ink-muted marker:text-line-strong">
          <li>{kept.stop}</li>
          <li>{kept.others}</li>
          <li>{kept.invoices}</li>
          <li>{kept.late}</li>
        </ul>
      </section>
    </div>
  );
}
