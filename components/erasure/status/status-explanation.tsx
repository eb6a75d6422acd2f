import { Callout } from "@/components/ui/callout";
import { fillMessage } from "@/components/ui/fill-message";
import { formatDate } from "@/components/ui/format-date";
import type { RequestStatus } from "@/lib/erasure/status";
import { statusMessages } from "../messages/status-messages";

type StatusExplanationProps = { status: RequestStatus; privacyEmail: string };

/** What the state means for the person: for a refusal, its reason and the right to complain. */
export function StatusExplanation({ status, privacyEmail }: StatusExplanationProps) {
  const { states, refusals, complain, scheduledFor } = statusMessages;
  const { purgeAfter, refusalReason, state } = status;

  if (state === "refused") {
    return (
      <Callout tone="warning" title={states.refused.text}>
        <div className="grid gap-3">
          {refusalReason && <p>{refusals[refusalReason]}</p>}
          <p>{fillMessage(complain, { email: privacyEmail })}</p>
        </div>
      </Callout>
    );
  }

  return (
    <p className="text-ink-muted text-lg leading-relaxed sm:text-xl">
      {state === "scheduled" && purgeAfter
        ? fillMessage(scheduledFor, {
            date: formatDate(purgeAfter, "minute"),
            email: privacyEmail,
          })
        : states[state].text}
    </p>
  );
}
