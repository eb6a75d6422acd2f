"use client";

import { useState } from "react";
import { OutcomeLine } from "@/components/crm/outcome-line";
import { type Outcome, useAct } from "@/components/crm/use-act";
import { usePosted } from "@/components/crm/use-posted";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { fillMessage } from "@/components/ui/fill-message";
import type { AccountResult } from "@/lib/account/errors";
import type { ConfirmEmailChange, RequestEmailChange } from "@/lib/account/schemas";
import type { BothWays } from "@/lib/posted/schemas";
import { AccountSection } from "./account-section";
import { EmailCodeForm } from "./email-code-form";
import { EmailForm } from "./email-form";
import { accountMessages } from "./messages/account-messages";
import { refusalMessages } from "./messages/refusal-messages";

type EmailSectionProps = {
  email: string;
  hasPassword: boolean;
  /** Begins with the form for another address. */
  isOpen?: boolean;
  requestEmailChange: BothWays<RequestEmailChange, AccountResult>;
  confirmEmailChange: BothWays<ConfirmEmailChange, AccountResult>;
};

type Step = "shown" | "address" | "code";

const messages = accountMessages.email;

/** The address that one signs in with; a new one counts once a code sent to it has come back. */
export function EmailSection(props: EmailSectionProps) {
  const { email, hasPassword, isOpen = false, requestEmailChange, confirmEmailChange } = props;
  const asking = usePosted(requestEmailChange, {
    refusals: refusalMessages,
    done: messages.sent,
    at: { wrong_password: "password" },
  });
  const confirming = usePosted(confirmEmailChange, {
    refusals: refusalMessages,
    done: messages.done,
    at: { wrong_code: "code" },
  });
  const [step, setStep] = useState<Step>(() =>
    stepAfter(asking.outcome, confirming.outcome, isOpen),
  );
  const { act, outcome, isBusy } = useAct(refusalMessages);

  return (
    <AccountSection title={messages.title} text={fillMessage(messages.text, { email })}>
      {!hasPassword && <p className="text-ink-muted">{messages.noPassword}</p>}
      {step === "address" && (
        <EmailForm
          posted={asking}
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
          posted={confirming}
          isBusy={isBusy}
          onBack={() => setStep("address")}
          submit={async (input) => {
            const refusal = await act(() => confirmEmailChange(input), messages.done);
            if (refusal === null) setStep("shown");
            return refusal;
          }}
        />
      )}
      <OutcomeLine outcome={outcome ?? asking.outcome ?? confirming.outcome} />
      {hasPassword && step === "shown" && (
        <div>
          <Button
            variant="secondary"
            className="noscript:hidden"
            onClick={() => setStep("address")}
          >
            {messages.change}
          </Button>
          <noscript>
            <ButtonLink href="/account?step=email" variant="secondary">
              {messages.change}
            </ButtonLink>
          </noscript>
        </div>
      )}
    </AccountSection>
  );
}

/** Where a browser is that posted the one form or the other. */
function stepAfter(asked: Outcome | null, confirmed: Outcome | null, isOpen: boolean): Step {
  if (confirmed !== null) return confirmed.isDone ? "shown" : "code";
  if (asked !== null) return asked.isDone ? "code" : "address";
  return isOpen ? "address" : "shown";
}
