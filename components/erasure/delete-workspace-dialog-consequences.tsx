import { fillMessage } from "@/components/ui/fill-message";
import { deleteWorkspaceMessages } from "./messages/delete-workspace-messages";

type DeleteWorkspaceDialogConsequencesProps = {
  slug: string;
  takesMemberAccounts: boolean;
  privacyEmail: string;
};

/** What no support team brings back, and how to have a copy before. */
export function DeleteWorkspaceDialogConsequences(props: DeleteWorkspaceDialogConsequencesProps) {
  const { slug, takesMemberAccounts, privacyEmail } = props;
  const { consequences, exportFirst } = deleteWorkspaceMessages;
  const subject = encodeURIComponent(fillMessage(exportFirst.subject, { slug }));

  return (
    <>
      <section className="grid gap-3">
        <h3 className="font-semibold">{consequences.title}</h3>
        <ul className="grid list-disc gap-1.5 ps-5 text-ink-muted marker:text-line-strong">
          <li>{consequences.access}</li>
          {takesMemberAccounts && <li>{consequences.accounts}</li>}
          <li>{consequences.channels}</li>
          <li>{consequences.delivered}</li>
        </ul>
      </section>
      <section className="prose-links grid gap-3">
        <h3 className="font-semibold">{exportFirst.title}</h3>
        <p className="text-ink-muted">
          {exportFirst.text}{" "}
          <a href={`mailto:${privacyEmail}?subject=${subject}`}>{privacyEmail}</a>
        </p>
      </section>
    </>
  );
}
