"use client";

import type { Candidate, DeskAct, RequestCase } from "@/lib/erasure/desk/status";
import { actMessages } from "../messages/act-messages";
import { ActDialog } from "./act-dialog";
import { ApproveAct } from "./approve-act";
import { AskAct } from "./ask-act";
import type { CaseActions } from "./case-actions";
import { ExtendAct } from "./extend-act";
import { HoldFields, holdTerms } from "./hold-fields";
import { MergeAct } from "./merge-act";
import { RefuseAct } from "./refuse-act";

type CaseActsProps = {
  request: Pick<RequestCase, "id" | "acts" | "duplicates" | "subjectKind">;
  candidates: readonly Candidate[] | null;
  extensionDays: number;
  categories: Readonly<Record<string, string>>;
  actions: CaseActions;
};

const { acts, none } = actMessages;

/** What can be decided about a request as it stands. */
export function CaseActs({
  request,
  candidates,
  extensionDays,
  categories,
  actions,
}: CaseActsProps) {
  const { id: requestId } = request;
  const { confirmPassword } = actions;
  const simple = { confirmPassword, inputOf: () => ({ requestId }) };
  const may = (act: DeskAct) => request.acts.includes(act);
  if (request.acts.length === 0) return <p className="text-ink-muted">{none}</p>;

  return (
    <div className="flex flex-wrap gap-2">
      {may("verify_identity") && (
        <ActDialog {...simple} words={acts.verify_identity} act={actions.verifyIdentity} />
      )}
      {may("approve") && <ApproveAct request={request} candidates={candidates} actions={actions} />}
      {may("start") && <ActDialog {...simple} words={acts.start} act={actions.start} />}
      {may("retry") && (
        <ActDialog {...simple} words={acts.retry} look="primary" act={actions.retry} />
      )}
      {may("ask") && <AskAct requestId={requestId} actions={actions} />}
      {may("extend") && (
        <ExtendAct requestId={requestId} atMost={extensionDays} actions={actions} />
      )}
      {may("hold") && (
        <ActDialog
          words={acts.hold}
          act={actions.hold}
          confirmPassword={confirmPassword}
          inputOf={(form) => ({ requestId, ...holdTerms(form) })}
        >
          {(faults) => <HoldFields categories={categories} faults={faults} />}
        </ActDialog>
      )}
      {may("merge") && <MergeAct request={request} actions={actions} />}
      {may("refuse") && <RefuseAct requestId={requestId} actions={actions} />}
      {may("cancel") && (
        <ActDialog {...simple} words={acts.cancel} look="danger" act={actions.cancel} />
      )}
    </div>
  );
}
