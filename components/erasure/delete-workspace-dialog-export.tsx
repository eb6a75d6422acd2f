import type { UseFormRegister } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import type { DeleteWorkspaceAnswers } from "./delete-workspace-dialog-choices";
import { deleteWorkspaceMessages } from "./messages/delete-workspace-messages";

type DeleteWorkspaceDialogExportProps = {
  register: UseFormRegister<DeleteWorkspaceAnswers>;
  isChosen: boolean;
};

/** Offers a copy before the deletion, which then waits for it. */
export function DeleteWorkspaceDialogExport({
  register,
  isChosen,
}: DeleteWorkspaceDialogExportProps) {
  const { title, first, media, waits } = deleteWorkspaceMessages.exportFirst;

  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-semibold">{title}</legend>
      <Checkbox {...register("exportsFirst")} label={first} hint={waits} />
      {isChosen && <Checkbox {...register("includesMedia")} label={media} />}
    </fieldset>
  );
}
