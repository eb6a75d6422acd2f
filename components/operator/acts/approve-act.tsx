import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { Candidate, RequestCase } from "@/lib/erasure/desk/status";
import { actMessages } from "../messages/act-messages";
import { ActDialog } from "./act-dialog";
import type { CaseActions } from "./case-actions";

const { acts, fields } = actMessages;

type ApproveActProps = {
  request: Pick<RequestCase, "id" | "subjectKind">;
  /** Null until what was asked has been opened. */
  candidates: readonly Candidate[] | null;
  actions: Pick<CaseActions, "approve" | "confirmPassword">;
};

/** Approves a request for the one that it is about. Whose Meta login it is, the run finds by itself. */
export function ApproveAct({ request, candidates, actions }: ApproveActProps) {
  return (
    <ActDialog
      words={acts.approve}
      look="primary"
      act={actions.approve}
      confirmPassword={actions.confirmPassword}
      inputOf={(form) => {
        const whom = candidates?.find(({ subjectId }) => subjectId === form.get("whom"));
        const [subjectId, workspaceId] = [whom?.subjectId ?? null, whom?.workspaceId ?? null];
        return { requestId: request.id, subjectId, workspaceId };
      }}
    >
      {request.subjectKind !== "meta_user" && (
        <Field label={fields.whom} hint={candidates === null ? fields.whomHint : undefined}>
          {(control) => (
            <Select {...control} name="whom" disabled={candidates === null}>
              {(candidates ?? []).map(({ subjectId, label }) => (
                <option key={subjectId} value={subjectId}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </ActDialog>
  );
}
