import { deleteAccountMessages as messages } from "./messages/delete-account-messages";

/** What no support team brings back. */
export function DeleteAccountConsequences() {
  return (
    <section className="grid gap-3">
      <h3 className="font-semibold">{messages.consequences}</h3>
      <ul className="grid list-disc gap-1.5 ps-5 text-ink-muted marker:text-line-strong">
        <li>{messages.signedOut}</li>
        <li>{messages.tokens}</li>
      </ul>
    </section>
  );
}
