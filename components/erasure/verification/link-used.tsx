import { ButtonLink } from "@/components/ui/button-link";
import { MessagePage } from "@/components/ui/message-page";
import { verifyMessages } from "../messages/verify-messages";

/** A link that has done its work: where the request stands now. */
export function LinkUsed({ confirmationCode }: { confirmationCode: string }) {
  const { heading, text, button } = verifyMessages.used;

  return (
    <MessagePage
      eyebrow={verifyMessages.title}
      title={heading}
      actions={
        <ButtonLink href={`/data-deletion/status/${confirmationCode}`} prefetch={false}>
          {button}
        </ButtonLink>
      }
    >
      <p>{text}</p>
    </MessagePage>
  );
}
