import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import { caseMessages } from "../messages/case-messages";

const { mails: words } = caseMessages;

/** A mail that a request owed, and what became of it. */
export type MailLine = {
  message: string;
  state: "queued" | "sent" | "failed";
  errorCode: string | null;
  queuedAt: Date;
  sentAt: Date | null;
};

/** What was mailed about a request. The address is nowhere in it. */
export function CaseMails({ mails }: { mails: readonly MailLine[] }) {
  if (mails.length === 0) return <p className="text-ink-muted text-sm">{words.none}</p>;

  return (
    <ul className="grid gap-3 text-sm">
      {mails.map(({ message, state, errorCode, queuedAt, sentAt }) => (
        <li
          key={`${message} ${queuedAt.toISOString()}`}
          className="flex flex-wrap items-baseline justify-between gap-x-3"
        >
          <span className="font-medium">{words.messages[message] ?? message}</span>
          <Badge tone={state === "failed" ? "danger" : state === "sent" ? "success" : "neutral"}>
            {words.states[state]}
          </Badge>
          <span className="w-full text-ink-muted">
            <DateTime value={sentAt ?? queuedAt} precision="minute" />
            {errorCode !== null && ` (${errorCode})`}
          </span>
        </li>
      ))}
    </ul>
  );
}
