"use client";

import { useState } from "react";
import { actMessages } from "@/components/crm/messages/act-messages";
import { Button } from "@/components/ui/button";
import { fillMessage } from "@/components/ui/fill-message";
import type { AccountResult } from "@/lib/account/errors";
import { deleteAccountMessages } from "./messages/delete-account-messages";
import { refusalMessages } from "./messages/refusal-messages";

type SendCodeProps = {
  email: string;
  sendCode: (input: Record<string, never>) => Promise<AccountResult>;
};

const messages = deleteAccountMessages.code;

/** Has a code mailed, for those who have no password to show. */
export function SendCode({ email, sendCode }: SendCodeProps) {
  const [isSending, setIsSending] = useState(false);
  const [answer, setAnswer] = useState<{ isSent: boolean; text: string } | null>(null);

  async function send() {
    setIsSending(true);
    const result = await sendCode({}).catch(() => null);
    setIsSending(false);
    setAnswer(
      result?.ok
        ? { isSent: true, text: fillMessage(messages.sent, { email }) }
        : { isSent: false, text: result ? refusalMessages[result.code] : actMessages.failed },
    );
  }

  return (
    <div className="grid gap-3">
      <p role="status" className={answer?.isSent === false ? "text-danger" : "text-ink-muted"}>
        {answer?.text ?? fillMessage(messages.needed, { email })}
      </p>
      <div>
        <Button variant="secondary" size="compact" isBusy={isSending} onClick={send}>
          {answer?.isSent ? messages.sendAgain : messages.send}
        </Button>
      </div>
    </div>
  );
}
