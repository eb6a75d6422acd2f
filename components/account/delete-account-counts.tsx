"use client";

import { useEffect, useState } from "react";
import { actMessages } from "@/components/crm/messages/act-messages";
import {
  DeleteWorkspaceDialogPreview,
  totalOf,
  type WorkspaceDeletionPreview,
} from "@/components/erasure/delete-workspace-dialog-preview";
import { DeleteWorkspaceDialogSkeleton } from "@/components/erasure/delete-workspace-dialog-skeleton";
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

type Loading =
  | { state: "loading" }
  | { state: "loaded"; preview: AccountDeletionPreview }
  | { state: "failed"; message: string };

const messages = deleteAccountMessages;

/** Counts when it appears, which is when the dialog opens. */
export function DeleteAccountCounts({
  previewDeletion,
}: {
  previewDeletion: PreviewAccountDeletion;
}) {
  const [attempt, setAttempt] = useState(0);
  const [loading, setLoading] = useState<Loading>({ state: "loading" });

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt counts again
  useEffect(() => {
    let isCurrent = true;
    setLoading({ state: "loading" });
    load(previewDeletion).then((outcome) => {
      if (isCurrent) setLoading(outcome);
    });
    return () => {
      isCurrent = false;
    };
  }, [previewDeletion, attempt]);

  return (
    <>
      <LiveRegion>{announcementOf(loading)}</LiveRegion>
      {loading.state === "loading" && <DeleteWorkspaceDialogSkeleton />}
      {loading.state === "loaded" && (
        <>
          <DeleteWorkspaceDialogPreview preview={loading.preview} />
          <DetachedList items={loading.preview.detached} />
        </>
      )}
      {loading.state === "failed" && (
        <Callout tone="warning" title={loading.message}>
          <Button
            variant="secondary"
            size="compact"
            className="mt-3"
            onClick={() => setAttempt(attempt + 1)}
          >
            {messages.again}
          </Button>
        </Callout>
      )}
    </>
  );
}

async function load(previewDeletion: PreviewAccountDeletion): Promise<Loading> {
  const result = await previewDeletion({}).catch(() => null);
  if (result?.ok) return { state: "loaded", preview: result.value };
  return { state: "failed", message: result ? refusalMessages[result.code] : actMessages.failed };
}

function announcementOf(loading: Loading): string {
  if (loading.state === "loading") return messages.counting;
  if (loading.state === "failed") return loading.message;
  return fillMessage(messages.counted, { rows: formatCount(totalOf(loading.preview)) });
}
