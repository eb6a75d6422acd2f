"use client";

import { useCallback } from "react";
import { actMessages } from "@/components/crm/messages/act-messages";
import {
  DeleteWorkspaceDialogPreview,
  totalOf,
  type WorkspaceDeletionPreview,
} from "@/components/erasure/delete-workspace-dialog-preview";
import { DeleteWorkspaceDialogSkeleton } from "@/components/erasure/delete-workspace-dialog-skeleton";
import { type Counting, useCounting } from "@/components/erasure/use-counting";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { fillMessage } from "@/components/ui/fill-message";
import { formatCount } from "@/components/ui/format-count";
import { LiveRegion } from "@/components/ui/live-region";
import type { AccountResult } from "@/lib/account/errors";
import { DetachedList } from "./detached-list";
import { deleteAccountMessages } from "./messages/delete-account-messages";
import { refusalMessages } from "./messages/refusal-messages";

/** What deleting an account would do now, in the words of the published policy. */
export type AccountDeletionPreview = WorkspaceDeletionPreview & {
  detached: { title: string; rows: number }[];
};

export type PreviewAccountDeletion = (
  input: Record<string, never>,
) => Promise<AccountResult<AccountDeletionPreview>>;

const messages = deleteAccountMessages;

/** Counts when it appears, which is when the dialog opens. */
export function DeleteAccountCounts({
  previewDeletion,
}: {
  previewDeletion: PreviewAccountDeletion;
}) {
  const count = useCallback(() => load(previewDeletion), [previewDeletion]);
  const { counting, countAgain } = useCounting(count);

  return (
    <>
      <LiveRegion>{announcementOf(counting)}</LiveRegion>
      {counting.state === "loading" && <DeleteWorkspaceDialogSkeleton />}
      {counting.state === "loaded" && (
        <>
          <DeleteWorkspaceDialogPreview preview={counting.preview} />
          <DetachedList items={counting.preview.detached} />
        </>
      )}
      {counting.state === "failed" && (
        <Callout tone="warning" title={counting.message}>
          <Button variant="secondary" size="compact" className="mt-3" onClick={countAgain}>
            {messages.again}
          </Button>
        </Callout>
      )}
    </>
  );
}

async function load(
  previewDeletion: PreviewAccountDeletion,
): Promise<Counting<AccountDeletionPreview>> {
  const result = await previewDeletion({}).catch(() => null);
  if (result?.ok) return { state: "loaded", preview: result.value };
  return { state: "failed", message: result ? refusalMessages[result.code] : actMessages.failed };
}

function announcementOf(counting: Counting<AccountDeletionPreview>): string {
  if (counting.state === "loading") return messages.counting;
  if (counting.state === "failed") return counting.message;
  return fillMessage(messages.counted, { rows: formatCount(totalOf(counting.preview)) });
}
