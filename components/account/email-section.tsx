"use client";

import { useState } from "react";
import { OutcomeLine } from "@/components/crm/outcome-line";
import { useAct } from "@/components/crm/use-act";
import { Button } from "@/components/ui/button";
import { fillMessage } from "@/components/ui/fill-message";
import type { AccountResult } from "@/lib/account/errors";
import type { ConfirmEmailChange, RequestEmailChange } from "@/lib/account/schemas";
import { AccountSection } from "./account-section";
import { EmailCodeForm } from "./email-code-form";
import { EmailForm } from "./email-form";
import { accountMessages } from "./messages/account-messages";
import { refusalMessages } from "./messages/refusal-messages";

type EmailSectionProps = {
  email: string;
  hasPassword: boolean;
  requestEmailChange: (input: RequestEmailChange) => Promise<AccountResult>;
  confirmEmailChange: (input: ConfirmEmailChange) => Promise<AccountResult>;
};

const messages = accountMessages.email;

/** The address that one signs in with; a new one counts once a code sent to it has come back. */
export function EmailSection(props: EmailSectionProps) {
  const { email, hasPassword, requestEmailChange, confirmEmailChange } = props;
  const [step, setStep] = useState<"shown" | "address" | "code">("shown");
  const { act, outcome, isBusy } = useAct(refusalMessages);

  return (
    <AccountSection title={messages.title} text={fillMessage(messages.text, { email })}>
      {!hasPassword && <p className="text-ink-muted">{messages.noPassword}</p>}
      {step === "address" && (
        <EmailForm
          isBusy={isBusy}
          onBack={() => setStep("shown")}
          submit={async (input) => {
            const refusal = await act(() => requestEmailChange(input), messages.sent);
            if (refusal === null) setStep("code");
            return refusal;
          }}
        />
      )}
      {step === "code" && (
        <EmailCodeForm
          isBusy={isBusy}
          onBack={() => setStep("address")}
          submit={async (input) => {
            const refusal = await act(() => confirmEmailChange(input), messages.done);
            if (refusal === null) setStep("shown");
            return refusal;
          }}
        />
      )}
      <OutcomeLine outcome={outcome} />
      {hasPassword && step === "shown" && (
        <div>
          <Button variant="secondary" onClick={() => setStep("address")}>
            {messages.change}
          </Button>
        </div>
      )}
    </AccountSection>
  );
}
