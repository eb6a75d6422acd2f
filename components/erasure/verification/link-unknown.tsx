import { ButtonLink } from "@/components/ui/button-link";
import { MessagePage } from "@/components/ui/message-page";
import { verifyMessages } from "../messages/verify-messages";

/** A link that is damaged, forged or none at all. */
export function LinkUnknown() {
  const { heading, text, again, button } = verifyMessages.unknown;

  return (
    <MessagePage
      eyebrow={verifyMessages.title}
      title={heading}
      actions={<ButtonLink href="/data-deletion#request">{button}</ButtonLink>}
    >
      <p>{text}</p>
      <p>{again}</p>
    </MessagePage>
  );
}
