"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useState } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { DialogClose } from "@/components/ui/dialog-close";
import { Field } from "@/components/ui/field";
import { formatCount } from "@/components/ui/format-count";
import { LiveRegion } from "@/components/ui/live-region";
import { TextInput } from "@/components/ui/text-input";
import type { ErasureErrorCode } from "@/lib/erasure/errors";
import { type DeleteWorkspace, isSlugConfirmed } from "@/lib/erasure/schemas";
import {
  DeleteWorkspaceDialogPreview,
  DeleteWorkspaceDialogPreviewSkeleton,
  totalOf,
  type WorkspaceDeletionPreview,
} from "./delete-workspace-dialog-preview";
import {
  deleteWorkspaceFailure,
  deleteWorkspaceRefusals,
} from "./delete-workspace-dialog-refusals";

type Result<Value> = { ok: true; value: Value } | { ok: false; code: ErasureErrorCode };

type DeleteWorkspaceDialogProps = {
  workspace: { id: string; slug: string; name: string };
  /** What the vendor promises, as far as it is said here. */
  terms: { graceDays: number; takesMemberAccounts: boolean; privacyEmail: string };
  previewDeletion: (input: { workspaceId: string }) => Promise<Result<WorkspaceDeletionPreview>>;
  deleteWorkspace: (input: DeleteWorkspace) => Promise<Result<{ confirmationCode: string }>>;
};

/**
 * Says what deleting the workspace would do and takes its slug as the statement of intent.
 *
 * The server compares the slug again: the disabled button is help, not protection.
 */
export function DeleteWorkspaceDialog(props: DeleteWorkspaceDialogProps) {
  const { workspace, terms, previewDeletion, deleteWorkspace } = props;
  const router = useRouter();
  const formId = useId();
  const [isOpen, setIsOpen] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { register, handleSubmit, watch, setError, setFocus, reset, formState } = useForm({
    defaultValues: { confirmSlug: "" },
  });
  const isBusy = formState.isSubmitting || isLeaving;

  function changeOpen(open: boolean) {
    if (isBusy) return;
    setIsOpen(open);
    setRefusal(null);
    reset();
  }

  async function submit({ confirmSlug }: { confirmSlug: string }) {
    setRefusal(null);
    const result = await deleteWorkspace({ workspaceId: workspace.id, confirmSlug }).catch(
      () => null,
    );
    if (result?.ok) {
      setIsLeaving(true);
      router.push(`/data-deletion/status/${result.value.confirmationCode}`);
    } else if (result?.code === "slug_mismatch") {
      setError("confirmSlug", { message: deleteWorkspaceRefusals.slug_mismatch });
      setFocus("confirmSlug");
    } else {
      setRefusal(result ? deleteWorkspaceRefusals[result.code] : deleteWorkspaceFailure);
    }
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={changeOpen}
      trigger={<Button variant="danger">Delete workspace</Button>}
      title={`Delete ${workspace.name}?`}
      description={
        terms.graceDays === 0
          ? "The deletion starts at once, and nobody can undo it: not you, and not we."
          : `The deletion starts after ${terms.graceDays} days. Once it has, nobody can undo it.`
      }
      actions={
        <>
          <Button
            type="submit"
            form={formId}
            variant="danger"
            disabled={!isSlugConfirmed(watch("confirmSlug"), workspace.slug)}
            isBusy={isBusy}
          >
            Delete workspace
          </Button>
          <DialogClose>
            <Button variant="secondary" disabled={isBusy}>
              Cancel
            </Button>
          </DialogClose>
        </>
      }
    >
      <div className="grid gap-8">
        <PreviewLoader workspaceId={workspace.id} previewDeletion={previewDeletion} />
        <Consequences terms={terms} />
        <ExportFirst slug={workspace.slug} privacyEmail={terms.privacyEmail} />
        <form id={formId} onSubmit={handleSubmit(submit)} noValidate className="grid gap-4">
          <Field
            label="Workspace slug"
            hint={
              <>
                To confirm, type <strong className="font-mono text-ink">{workspace.slug}</strong>
              </>
            }
            error={formState.errors.confirmSlug?.message}
          >
            {(control) => (
              <TextInput
                {...control}
                {...register("confirmSlug")}
                autoComplete="off"
                autoCapitalize="none"
                autoCorrect="off"
                spellCheck={false}
                maxLength={63}
                className="font-mono"
              />
            )}
          </Field>
          <div role="alert">{refusal && <Callout tone="danger">{refusal}</Callout>}</div>
        </form>
      </div>
    </Dialog>
  );
}

type Loading =
  | { state: "loading" }
  | { state: "loaded"; preview: WorkspaceDeletionPreview }
  | { state: "failed"; message: string };

/** Counts when the dialog opens, for it lives only while the dialog is open. */
function PreviewLoader({
  workspaceId,
  previewDeletion,
}: { workspaceId: string } & Pick<DeleteWorkspaceDialogProps, "previewDeletion">) {
  const [loading, setLoading] = useState<Loading>({ state: "loading" });
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt counts again
  useEffect(() => {
    let isCurrent = true;
    setLoading({ state: "loading" });
    previewDeletion({ workspaceId })
      .then(
        (result): Loading =>
          result.ok
            ? { state: "loaded", preview: result.value }
            : { state: "failed", message: deleteWorkspaceRefusals[result.code] },
        (): Loading => ({ state: "failed", message: "The records could not be counted just now." }),
      )
      .then((outcome) => {
        if (isCurrent) setLoading(outcome);
      });
    return () => {
      isCurrent = false;
    };
  }, [workspaceId, previewDeletion, attempt]);

  return (
    <>
      <LiveRegion>{announcementOf(loading)}</LiveRegion>
      {loading.state === "loading" && <DeleteWorkspaceDialogPreviewSkeleton />}
      {loading.state === "loaded" && <DeleteWorkspaceDialogPreview preview={loading.preview} />}
      {loading.state === "failed" && (
        <Callout tone="warning" title={loading.message}>
          <Button
            variant="secondary"
            size="compact"
            className="mt-3"
            onClick={() => setAttempt(attempt + 1)}
          >
            Count again
          </Button>
        </Callout>
      )}
    </>
  );
}

function announcementOf(loading: Loading): string {
  if (loading.state === "loading") return "Counting what would be deleted.";
  if (loading.state === "failed") return loading.message;
  return `${formatCount(totalOf(loading.preview))} records would be deleted.`;
}

function Consequences({ terms }: Pick<DeleteWorkspaceDialogProps, "terms">) {
  return (
    <section className="grid gap-3">
      <h3 className="font-semibold">What cannot be undone</h3>
      <ul className="grid list-disc gap-1.5 ps-5 text-ink-muted marker:text-line-strong">
        <li>Everybody in this workspace loses access.</li>
        {terms.takesMemberAccounts && (
          <li>
            Members who belong to no other workspace lose their accounts, and that may include you.
          </li>
        )}
        <li>
          Its channels no longer receive messages here, and their access tokens are destroyed.
        </li>
        <li>
          Messages that were delivered stay with the people who received them: what is on their
          telephones is out of our reach.
        </li>
      </ul>
    </section>
  );
}

function ExportFirst({ slug, privacyEmail }: { slug: string; privacyEmail: string }) {
  const subject = encodeURIComponent(`Export of the workspace ${slug}`);

  return (
    <section className="prose-links grid gap-3">
      <h3 className="font-semibold">If you want a copy first</h3>
      <p className="text-ink-muted">
        Do not delete yet: ask{" "}
        <a href={`mailto:${privacyEmail}?subject=${subject}`}>{privacyEmail}</a> for an export, and
        come back when you have it.
      </p>
    </section>
  );
}
