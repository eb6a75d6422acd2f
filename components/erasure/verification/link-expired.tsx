import { MessagePage } from "@/components/ui/message-page";
import { verifyMessages } from "../messages/verify-messages";
import { TokenForm, type TokenFormAction } from "./token-form";

/** A link that came too late: a fresh one goes to the same address. */
export function LinkExpired({ token, action }: { token: string; action: TokenFormAction }) {
  const { heading, text, button, sending } = verifyMessages.expired;

  return (
    <MessagePage
      eyebrow={verifyMessages.title}
      title={heading}
      actions={<TokenForm token={token} action={action} label={button} busyLabel={sending} />}
    >
      <p>{text}</p>
    </MessagePage>
  );
}
