import { pageMessages } from "./page-messages";
import { ButtonLink } from "./ui/button-link";
import { MessagePage } from "./ui/message-page";

/** Says that an address leads nowhere, the same for whatever reason, and where to go instead. */
export function NotFoundMessage() {
  const { title, text, startLabel, deletionLabel } = pageMessages.notFound;

  return (
    <MessagePage
      title={title}
      actions={
        <>
          <ButtonLink href="/">{startLabel}</ButtonLink>
          <ButtonLink href="/data-deletion" variant="secondary">
            {deletionLabel}
          </ButtonLink>
        </>
      }
    >
      <p>{text}</p>
    </MessagePage>
  );
}
