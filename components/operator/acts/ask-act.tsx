import { Field } from "@/components/ui/field";
import { TextArea } from "@/components/ui/text-area";
import { actMessages } from "../messages/act-messages";
import { ActDialog } from "./act-dialog";
import { answerIn } from "./answer-in";
import type { CaseActions } from "./case-actions";

const { acts, fields } = actMessages;

type AskActProps = {
  requestId: string;
  actions: Pick<CaseActions, "ask" | "confirmPassword">;
};

/** Asks the requester something by mail. */
export function AskAct({ requestId, actions }: AskActProps) {
  return (
    <ActDialog
      words={acts.ask}
      act={actions.ask}
      confirmPassword={actions.confirmPassword}
      inputOf={(form) => ({ requestId, text: answerIn(form, "text") })}
    >
      {(faults) => (
        <Field label={fields.question} hint={fields.questionHint} error={faults.text}>
          {(control) => <TextArea {...control} name="text" rows={6} maxLength={2_000} />}
        </Field>
      )}
    </ActDialog>
  );
}
