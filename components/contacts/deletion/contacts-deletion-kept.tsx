import { contactsDeletionMessages } from "../messages/contacts-deletion-messages";

const { kept } = contactsDeletionMessages;

/** What stays when contacts are deleted. */
export function ContactsDeletionKept() {
  return (
    <section className="grid gap-3">
      <h3 className="font-semibold">{kept.title}</h3>
      <ul className="grid list-disc gap-1.5 ps-5 text-ink-muted marker:text-line-strong">
        <li>{kept.stop}</li>
        <li>{kept.others}</li>
        <li>{kept.invoices}</li>
        <li>{kept.late}</li>
      </ul>
    </section>
  );
}
