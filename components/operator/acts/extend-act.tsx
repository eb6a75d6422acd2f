import { Field } from "@/components/ui/field";
import { fillMessage } from "@/components/ui/fill-message";
import { TextInput } from "@/components/ui/text-input";
import { extensionReasons } from "@/lib/erasure/desk/schemas";
import { actMessages } from "../messages/act-messages";
import { deskMessages } from "../messages/desk-messages";
import { ActDialog } from "./act-dialog";
import { answerIn } from "./answer-in";
import type { CaseActions } from "./case-actions";
import { ReasonField } from "./reason-field";

const { acts, fields } = actMessages;

type ExtendActProps = {
  requestId: string;
  /** By how many days at most. */
  atMost: number;
  actions: Pick<CaseActions, "extend" | "confirmPassword">;
};

/** Extends a deadline, for a reason that is mailed. */
export function ExtendAct({ requestId, atMost, actions }: ExtendActProps) {
  return (
    <ActDialog
      words={acts.extend}
      act={actions.extend}
      confirmPassword={actions.confirmPassword}
      inputOf={(form) => ({ requestId, reason: answerIn(form, "reason"), days: form.get("days") })}
    >
      {(faults) => (
        <>
          <ReasonField
            names={extensionReasons}
            words={deskMessages.extensionReasons}
            error={faults.reason}
          />
          <Field
            label={fields.days}
            hint={fillMessage(fields.daysHint, { days: atMost })}
            error={faults.days}
          >
            {(control) => (
              <TextInput
                {...control}
                name="days"
                type="number"
                min={1}
                max={atMost}
                defaultValue={atMost}
              />
            )}
          </Field>
        </>
      )}
    </ActDialog>
  );
}
