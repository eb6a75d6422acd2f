"use client";

import { useCallback } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { fillMessage } from "@/components/ui/fill-message";
import { formatCount } from "@/components/ui/format-count";
import { LiveRegion } from "@/components/ui/live-region";
import {
  DeleteWorkspaceDialogPreview,
  totalOf,
  type WorkspaceDeletionPreview,
} from "./delete-workspace-dialog-preview";
import type { DeletionResult } from "./delete-workspace-dialog-result";
import { DeleteWorkspaceDialogSkeleton } from "./delete-workspace-dialog-skeleton";
import { deleteWorkspaceMessages } from "./messages/delete-workspace-messages";
import { type Counting, useCounting } from "./use-counting";

export type PreviewDeletion = (input: {
  workspaceId: string;
}) => Promise<DeletionResult<WorkspaceDeletionPreview>>;

type DeleteWorkspaceDialogCountsProps = { workspaceId: string; previewDeletion: PreviewDeletion };

/** Counts when it appears, which is when the dialog opens. */
export function DeleteWorkspaceDialogCounts(props: DeleteWorkspaceDialogCountsProps) {
  const { workspaceId, previewDeletion } = props;
  const count = useCallback(
    () => load(previewDeletion, workspaceId),
    [previewDeletion, workspaceId],
  );
  const { counting, countAgain } = useCounting(count);

  return (
    <>
      <LiveRegion>{announcementOf(counting)}</LiveRegion>
      {counting.state === "loading" && <DeleteWorkspaceDialogSkeleton />}
      {counting.state === "loaded" && <DeleteWorkspaceDialogPreview preview={counting.preview} />}
      {counting.state === "failed" && (
        <Callout tone="warning" title={counting.message}>
          <Button variant="secondary" size="compact" className="mt-3" onClick={countAgain}>
            {deleteWorkspaceMessages.preview.again}
          </Button>
        </Callout>
      )}
    </>
  );
}

async function load(
  previewDeletion: PreviewDeletion,
  workspaceId: string,
): Promise<Counting<WorkspaceDeletionPreview>> {
  const { refusals, preview } = deleteWorkspaceMessages;
  const result = await previewDeletion({ workspaceId }).catch(() => null);

  if (result === null) return { state: "failed", message: preview.failed };
  return result.ok
    ? { state: "loaded", preview: result.value }
    : { state: "failed", message: refusals[result.code] };
}

function announcementOf(counting: Counting<WorkspaceDeletionPreview>): string {
  const messages = deleteWorkspaceMessages.preview;

  if (counting.state === "loading") return messages.counting;
  if (counting.state === "failed") return counting.message;
  return fillMessage(messages.counted, { rows: formatCount(totalOf(counting.preview)) });
}
