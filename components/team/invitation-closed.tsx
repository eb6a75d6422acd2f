import { ButtonLink } from "@/components/ui/button-link";
import { MessagePage } from "@/components/ui/message-page";
import { invitationMessages } from "./messages/invitation-messages";

/** An invitation that is worth nothing any more, or never was one. */
export function InvitationClosed() {
  const { heading, text, button } = invitationMessages.closed;

  return (
    <MessagePage
      eyebrow={invitationMessages.title}
      title={heading}
      actions={
        <ButtonLink href="/" variant="secondary">
          {button}
        </ButtonLink>
      }
    >
      <p>{text}</p>
    </MessagePage>
  );
}
