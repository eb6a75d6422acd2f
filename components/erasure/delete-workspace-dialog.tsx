"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Dialog } from "@/components/ui/dialog";
import { DialogClose } from "@/components/ui/dialog-close";
import { fillMessage } from "@/components/ui/fill-message";
import { useForm } from "@/components/ui/use-form";
import { type DeleteWorkspace, isSlugConfirmed } from "@/lib/erasure/schemas";
import type { ExportThenDelete } from "@/lib/exports/schemas";
import {
  type DeleteWorkspaceAnswers,
  DeleteWorkspaceDialogChoices,
} from "./delete-workspace-dialog-choices";
import { DeleteWorkspaceDialogConsequences } from "./delete-workspace-dialog-consequences";
import {
  DeleteWorkspaceDialogCounts,
  type PreviewDeletion,
} from "./delete-workspace-dialog-counts";
import { DeleteWorkspaceDialogExport } from "./delete-workspace-dialog-export";
import type { DeletionResult } from "./delete-workspace-dialog-result";
import { DeleteWorkspaceSlug } from "./delete-workspace-slug";
import { deleteWorkspaceMessages } from "./messages/delete-workspace-messages";

type DeleteWorkspaceDialogProps = {
  workspace: { id: string; slug: string; name: string };
  /** What the vendor promises, as far as it is said here; `grace` in words, null for none. */
  terms: {
    grace: string | null;
    takesMemberAccounts: boolean;
    /** Whether there is something at Meta to choose about. */
    hasWhatsApp: boolean;
  };
  previewDeletion: PreviewDeletion;
  deleteWorkspace: (
    input: DeleteWorkspace,
  ) => Promise<DeletionResult<{ confirmationCode: string }>>;
  exportThenDelete: (input: ExportThenDelete) => Promise<DeletionResult<unknown>>;
};

const messages = deleteWorkspaceMessages;

/**
 * Says what deleting the workspace would do and takes its slug as the statement of intent.
 *
 * The server compares the slug again: the disabled button is help, not protection.
 */
export function DeleteWorkspaceDialog(props: DeleteWorkspaceDialogProps) {
  const { workspace, terms, previewDeletion, deleteWorkspace, exportThenDelete } = props;
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { register, handleSubmit, watch, setError, setFocus, reset, formState } =
    useForm<DeleteWorkspaceAnswers>({
      defaultValues: {
        confirmSlug: "",
        choices: { deregisterNumber: false, deleteTemplates: false },
        exportsFirst: false,
        includesMedia: true,
      },
    });
  const exportsFirst = watch("exportsFirst");
  const isBusy = formState.isSubmitting || isLeaving;

  function changeOpen(open: boolean) {
    if (isBusy) return;
    setIsOpen(open);
    setRefusal(null);
    reset();
  }

  async function ask(answers: DeleteWorkspaceAnswers): Promise<DeletionResult<{ next: string }>> {
    const { exportsFirst, includesMedia, ...deletion } = answers;
    const input = { workspaceId: workspace.id, ...deletion };
    if (exportsFirst) {
      const exporting = await exportThenDelete({ ...input, includesMedia });
      const next = `/${workspace.slug}/settings/backups`;
      return exporting.ok ? { ok: true, value: { next } } : exporting;
    }
    const deleting = await deleteWorkspace(input);
    if (!deleting.ok) return deleting;
    return {
      ok: true,
      value: { next: `/data-deletion/status/${deleting.value.confirmationCode}` },
    };
  }

  async function submit(answers: DeleteWorkspaceAnswers) {
    setRefusal(null);
    const result = await ask(answers).catch(() => null);
    if (result?.ok) {
      setIsLeaving(true);
      router.push(result.value.next);
    } else if (result?.code === "slug_mismatch" || result?.code === "invalid_input") {
      setError("confirmSlug", { message: messages.refusals[result.code] });
      setFocus("confirmSlug");
    } else {
      setRefusal(result ? messages.refusals[result.code] : messages.unanswered);
    }
  }

  return (
    <Dialog
      open={isOpen}
      onOpenChange={changeOpen}
      trigger={
        <Button variant="danger" className="noscript:hidden">
          {messages.button}
        </Button>
      }
      title={fillMessage(messages.title, { name: workspace.name })}
      description={
        terms.grace === null
          ? messages.startsAtOnce
          : fillMessage(messages.startsAfter, { days: terms.grace })
      }
      actions={
        <form
          method="post"
          onSubmit={handleSubmit(submit)}
          noValidate
          className="grid w-full gap-4"
        >
          <div>
            <div role="alert" className="not-empty:mb-4">
              {refusal && <Callout tone="danger">{refusal}</Callout>}
            </div>
            <DeleteWorkspaceSlug
              slug={workspace.slug}
              error={formState.errors.confirmSlug?.message}
              {...register("confirmSlug")}
            />
          </div>
          <div className="flex flex-row-reverse flex-wrap gap-3">
            <Button
              type="submit"
              variant="danger"
              disabled={!isSlugConfirmed(watch("confirmSlug"), workspace.slug)}
              isBusy={isBusy}
              className="grow sm:grow-0"
            >
              {exportsFirst ? messages.exportFirst.button : messages.button}
            </Button>
            <DialogClose>
              <Button variant="secondary" disabled={isBusy} className="grow sm:grow-0">
                {messages.cancel}
              </Button>
            </DialogClose>
          </div>
        </form>
      }
    >
      <div className="grid gap-8">
        <DeleteWorkspaceDialogCounts workspaceId={workspace.id} previewDeletion={previewDeletion} />
        <DeleteWorkspaceDialogExport register={register} isChosen={exportsFirst} />
        <DeleteWorkspaceDialogConsequences takesMemberAccounts={terms.takesMemberAccounts} />
        {terms.hasWhatsApp && <DeleteWorkspaceDialogChoices register={register} />}
      </div>
    </Dialog>
  );
}
