import { deleteWorkspaceMessages } from "./messages/delete-workspace-messages";

type DeleteWorkspaceDialogConsequencesProps = { takesMemberAccounts: boolean };

/** What no support team brings back. */
export function DeleteWorkspaceDialogConsequences({
  takesMemberAccounts,
}: DeleteWorkspaceDialogConsequencesProps) {
  const { consequences } = deleteWorkspaceMessages;

  return (
    <section className="grid gap-3">
      <h3 className="font-semibold">{consequences.title}</h3>
      <ul className="grid list-disc gap-1.5 ps-5 text-ink-muted marker:text-line-strong">
        <li>{consequences.access}</li>
        {takesMemberAccounts && <li>{consequences.accounts}</li>}
        <li>{consequences.channels}</li>
        <li>{consequences.delivered}</li>
      </ul>
    </section>
  );
}
