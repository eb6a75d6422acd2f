import type { UseFormRegister } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { deleteWorkspaceMessages } from "./messages/delete-workspace-messages";

/** What the dialog's form holds. */
export type DeleteWorkspaceAnswers = {
  confirmSlug: string;
  choices: { deregisterNumber: boolean; deleteTemplates: boolean };
  exportsFirst: boolean;
  includesMedia: boolean;
};

type DeleteWorkspaceDialogChoicesProps = { register: UseFormRegister<DeleteWorkspaceAnswers> };

/** What is the customer's own at Meta, and stays unless its owner says otherwise. */
export function DeleteWorkspaceDialogChoices({ register }: DeleteWorkspaceDialogChoicesProps) {
  const { legend, deregisterNumber, deleteTemplates } = deleteWorkspaceMessages.choices;

  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-semibold">{legend}</legend>
      <Checkbox {...register("choices.deregisterNumber")} label={deregisterNumber} />
      <Checkbox {...register("choices.deleteTemplates")} label={deleteTemplates} />
    </fieldset>
  );
}
