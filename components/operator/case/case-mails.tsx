import { Badge } from "@/components/ui/badge";
import { DateTime } from "@/components/ui/date-time";
import type { RequestMail } from "@/lib/erasure/status";
import { caseMessages } from "../messages/case-messages";

const { mails: words } = caseMessages;

/** What was mailed about a request, and what became of it. The address is nowhere in it. */
export function CaseMails({ mails }: { mails: readonly RequestMail[] }) {
  if (mails.length === 0) return <p className="text-ink-muted text-sm">{words.none}</p>;

  return (
    <ul className="grid gap-3 text-sm">
      {mails.map(({ message, state, errorCode, queuedAt, sentAt, report }) => (
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
          {report !== null && (
            <span className="flex w-full flex-wrap items-baseline justify-between gap-x-3">
              <Badge tone={report.kind === "delivered" ? "success" : "danger"}>
                {words.reports[report.kind]}
              </Badge>
              <span className="text-ink-muted">
                <DateTime value={report.at} precision="minute" />
              </span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
