import { ButtonLink } from "@/components/ui/button-link";
import { fillMessage } from "@/components/ui/fill-message";
import { MessagePage } from "@/components/ui/message-page";
import { verifyMessages } from "../messages/verify-messages";

/** After asking for a fresh link; the same whether or not one could be sent. */
export function LinkResent({ linkValidFor }: { linkValidFor: string }) {
  const { heading, text, missing, button } = verifyMessages.resent;

  return (
    <MessagePage
      eyebrow={verifyMessages.title}
      title={heading}
      actions={
        <ButtonLink href="/data-deletion#request" variant="secondary">
          {button}
        </ButtonLink>
      }
    >
      <p>{fillMessage(text, { minutes: linkValidFor })}</p>
      <p className="text-base">{missing}</p>
    </MessagePage>
  );
}
