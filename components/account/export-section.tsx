import { ButtonAnchor } from "@/components/ui/button-anchor";
import { AccountSection } from "./account-section";
import { accountMessages } from "./messages/account-messages";

const messages = accountMessages.export;

/** A copy of what is stored about a person, for them to take along. */
export function ExportSection() {
  return (
    <AccountSection title={messages.title} text={messages.text}>
      <div>
        <ButtonAnchor href="/account/export" variant="secondary" download>
          {messages.button}
        </ButtonAnchor>
      </div>
    </AccountSection>
  );
}
