"use client";

import { useEffect, useState } from "react";
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

export type PreviewDeletion = (input: {
  workspaceId: string;
}) => Promise<DeletionResult<WorkspaceDeletionPreview>>;

type DeleteWorkspaceDialogCountsProps = { workspaceId: string; previewDeletion: PreviewDeletion };

type Loading =
  | { state: "loading" }
  | { state: "loaded"; preview: WorkspaceDeletionPreview }
  | { state: "failed"; message: string };

/** Counts when it appears, which is when the dialog opens. */
export function DeleteWorkspaceDialogCounts(props: DeleteWorkspaceDialogCountsProps) {
  const { workspaceId, previewDeletion } = props;
  const [attempt, setAttempt] = useState(0);
  const [loading, setLoading] = useState<Loading>({ state: "loading" });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt counts again
  useEffect(() => {
    let isCurrent = true;
    setLoading({ state: "loading" });
    load(previewDeletion, workspaceId).then((outcome) => {
      if (isCurrent) setLoading(outcome);
    });
    return () => {
      isCurrent = false;
    };
  }, [workspaceId, previewDeletion, attempt]);

  return (
    <>
      <LiveRegion>{announcementOf(loading)}</LiveRegion>
      {loading.state === "loading" && <DeleteWorkspaceDialogSkeleton />}
      {loading.state === "loaded" && <DeleteWorkspaceDialogPreview preview={loading.preview} />}
      {loading.state === "failed" && (
        <Callout tone="warning" title={loading.message}>
          <Button
            variant="secondary"
            size="compact"
            className="mt-3"
            onClick={() => setAttempt(attempt + 1)}
          >
            {deleteWorkspaceMessages.preview.again}
          </Button>
        </Callout>
      )}
    </>
  );
}

async function load(previewDeletion: PreviewDeletion, workspaceId: string): Promise<Loading> {
  const { refusals, preview } = deleteWorkspaceMessages;
  const result = await previewDeletion({ workspaceId }).catch(() => null);

  if (result === null) return { state: "failed", message: preview.failed };
  return result.ok
    ? { state: "loaded", preview: result.value }
    : { state: "failed", message: refusals[result.code] };
}

function announcementOf(loading: Loading): string {
  const { counting, counted } = deleteWorkspaceMessages.preview;

  if (loading.state === "loading") return counting;
  if (loading.state === "failed") return loading.message;
  return fillMessage(counted, { rows: formatCount(totalOf(loading.preview)) });
}
