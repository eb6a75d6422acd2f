"use client";

import { arrival } from "@/components/crm/arrival";
import { OutcomeLine } from "@/components/crm/outcome-line";
import { type PostedForm, usePosted } from "@/components/crm/use-posted";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Callout } from "@/components/ui/callout";
import { Checkbox } from "@/components/ui/checkbox";
import { fillMessage } from "@/components/ui/fill-message";
import type { DeleteWorkspace } from "@/lib/erasure/schemas";
import type { ExportThenDelete } from "@/lib/exports/schemas";
import type { BothWays } from "@/lib/posted/schemas";
import { DeleteWorkspaceDialogConsequences } from "./delete-workspace-dialog-consequences";
import {
  DeleteWorkspaceDialogPreview,
  type WorkspaceDeletionPreview,
} from "./delete-workspace-dialog-preview";
import type { DeletionResult } from "./delete-workspace-dialog-result";
import { DeleteWorkspaceSlug } from "./delete-workspace-slug";
import { deleteWorkspaceMessages as messages } from "./messages/delete-workspace-messages";

type DeleteWorkspaceByPostProps = {
  workspace: { id: string; slug: string; name: string };
  terms: { grace: string | null; takesMemberAccounts: boolean; hasWhatsApp: boolean };
  counted: DeletionResult<WorkspaceDeletionPreview>;
  deleteWorkspace: BothWays<DeleteWorkspace, DeletionResult<{ confirmationCode: string }>>;
  exportThenDelete: BothWays<ExportThenDelete, DeletionResult<unknown>>;
};

const words = {
  refusals: messages.refusals,
  done: "",
  at: { slug_mismatch: "confirmSlug", invalid_input: "confirmSlug" },
} as const;

/**
 * What the dialog says and asks, for a browser without scripts: the same counts, and the slug, which the
 * server compares. A copy first is a form of its own.
 */
export function DeleteWorkspaceByPost(props: DeleteWorkspaceByPostProps) {
  const { workspace, terms, counted } = props;
  const deleting = usePosted(props.deleteWorkspace, words);
  const exporting = usePosted(props.exportThenDelete, words);
  const { exportFirst } = messages;
  const outcome = deleting.outcome ?? exporting.outcome;

  return (
    <div className="grid gap-8">
      <div className="grid gap-2">
        <h3 className="font-semibold" {...(outcome === null ? arrival : {})}>
          {fillMessage(messages.title, { name: workspace.name })}
        </h3>
        <p className="text-ink-muted">
          {terms.grace === null
            ? messages.startsAtOnce
            : fillMessage(messages.startsAfter, { days: terms.grace })}
        </p>
      </div>
      {counted.ok ? (
        <DeleteWorkspaceDialogPreview preview={counted.value} />
      ) : (
        <Callout tone="warning" title={messages.refusals[counted.code]} />
      )}
      <DeleteWorkspaceDialogConsequences takesMemberAccounts={terms.takesMemberAccounts} />
      <OutcomeLine outcome={outcome} />
      <SlugForm {...props} posted={deleting} button={messages.button} />
      <details open={exporting.outcome !== null}>
        <summary className="min-h-11 cursor-pointer py-2 font-semibold">
          {exportFirst.title}
        </summary>
        <p className="mb-4 text-ink-muted">{exportFirst.waits}</p>
        <SlugForm {...props} posted={exporting} button={exportFirst.button} withMedia />
      </details>
    </div>
  );
}

type SlugFormProps = Pick<DeleteWorkspaceByPostProps, "workspace" | "terms"> & {
  posted: PostedForm;
  button: string;
  withMedia?: boolean;
};

function SlugForm({ workspace, terms, posted, button, withMedia = false }: SlugFormProps) {
  const { legend, deregisterNumber, deleteTemplates } = messages.choices;

  return (
    <form action={posted.action} className="grid gap-4">
      <input type="hidden" name="workspaceId" value={workspace.id} />
      {withMedia && (
        <Checkbox name="includesMedia" defaultChecked label={messages.exportFirst.media} />
      )}
      {terms.hasWhatsApp && (
        <fieldset className="grid gap-3">
          <legend className="mb-1 font-semibold">{legend}</legend>
          <Checkbox
            name="deregisterNumber"
            defaultChecked={posted.typed.deregisterNumber === "on"}
            label={deregisterNumber}
          />
          <Checkbox
            name="deleteTemplates"
            defaultChecked={posted.typed.deleteTemplates === "on"}
            label={deleteTemplates}
          />
        </fieldset>
      )}
      <DeleteWorkspaceSlug
        slug={workspace.slug}
        error={posted.faults.confirmSlug}
        name="confirmSlug"
        defaultValue={posted.typed.confirmSlug}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="danger">
          {button}
        </Button>
        <ButtonLink href={`/${workspace.slug}/settings/general`} variant="secondary">
          {messages.cancel}
        </ButtonLink>
      </div>
    </form>
  );
}
