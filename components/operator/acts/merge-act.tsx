import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { RequestCase } from "@/lib/erasure/desk/status";
import { actMessages } from "../messages/act-messages";
import { deskMessages } from "../messages/desk-messages";
import { ActDialog } from "./act-dialog";
import { answerIn } from "./answer-in";
import type { CaseActions } from "./case-actions";

const { acts, fields } = actMessages;

type MergeActProps = {
  request: Pick<RequestCase, "id" | "duplicates">;
  actions: Pick<CaseActions, "merge" | "confirmPassword">;
};

/** Closes a request in favour of another that asks for the same. */
export function MergeAct({ request, actions }: MergeActProps) {
  return (
    <ActDialog
      words={acts.merge}
      act={actions.merge}
      confirmPassword={actions.confirmPassword}
      inputOf={(form) => ({ duplicateId: request.id, into: answerIn(form, "into") })}
    >
      <Field label={fields.into}>
        {(control) => (
          <Select {...control} name="into">
            {request.duplicates.map(({ confirmationCode, state }) => (
              <option key={confirmationCode} value={confirmationCode}>
                {`${confirmationCode}, ${deskMessages.states[state]}`}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </ActDialog>
  );
}
