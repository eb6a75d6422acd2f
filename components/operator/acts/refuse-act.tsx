import { refusalReasons } from "@/lib/erasure/desk/schemas";
import { actMessages } from "../messages/act-messages";
import { deskMessages } from "../messages/desk-messages";
import { ActDialog } from "./act-dialog";
import { answerIn } from "./answer-in";
import type { CaseActions } from "./case-actions";
import { ReasonField } from "./reason-field";

type RefuseActProps = {
  requestId: string;
  actions: Pick<CaseActions, "refuse" | "confirmPassword">;
};

/** Refuses a request for a reason that is mailed. */
export function RefuseAct({ requestId, actions }: RefuseActProps) {
  return (
    <ActDialog
      words={actMessages.acts.refuse}
      look="danger"
      act={actions.refuse}
      confirmPassword={actions.confirmPassword}
      inputOf={(form) => ({ requestId, reason: answerIn(form, "reason") })}
    >
      {(faults) => (
        <ReasonField
          names={refusalReasons}
          words={deskMessages.refusalReasons}
          error={faults.reason}
        />
      )}
    </ActDialog>
  );
}
