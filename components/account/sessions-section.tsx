"use client";

import { OutcomeLine } from "@/components/crm/outcome-line";
import { useAct } from "@/components/crm/use-act";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import { fillMessage } from "@/components/ui/fill-message";
import { formatDate } from "@/components/ui/format-date";
import type { AccountResult } from "@/lib/account/errors";
import { AccountSection } from "./account-section";
import { accountMessages } from "./messages/account-messages";
import { refusalMessages } from "./messages/refusal-messages";

type ShownSession = { id: string; browser: string | null; createdAt: Date; isCurrent: boolean };

type SessionsSectionProps = {
  sessions: readonly ShownSession[];
  endSession: (input: { sessionId: string }) => Promise<AccountResult>;
  endOtherSessions: (input: Record<string, never>) => Promise<AccountResult>;
};

const messages = accountMessages.sessions;

/** The browsers in which one is signed in, each with its way out. */
export function SessionsSection({ sessions, endSession, endOtherSessions }: SessionsSectionProps) {
  const { act, outcome, isBusy } = useAct(refusalMessages);

  return (
    <AccountSection title={messages.title}>
      <ul className="divide-y divide-line border-line border-y">
        {sessions.map(({ id, browser, createdAt, isCurrent }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <div className="min-w-0">
              <p className="font-medium">{browser ?? messages.unknown}</p>
              <p className="text-ink-muted text-sm">
                {messages.since} <DateTime value={createdAt} precision="minute" />
              </p>
            </div>
            {isCurrent ? (
              <Badge tone="accent">{messages.here}</Badge>
            ) : (
              <Button
                variant="secondary"
                size="compact"
                disabled={isBusy}
                aria-label={fillMessage(messages.endLabel, {
                  browser: browser ?? messages.unknown,
                  date: formatDate(createdAt, "minute"),
                })}
                onClick={() => act(() => endSession({ sessionId: id }), messages.ended)}
              >
                {messages.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <OutcomeLine outcome={outcome} />
      {sessions.length > 1 && (
        <div>
          <Button
            variant="secondary"
            isBusy={isBusy}
            onClick={() => act(() => endOtherSessions({}), messages.othersEnded)}
          >
            {messages.endOthers}
          </Button>
        </div>
      )}
    </AccountSection>
  );
}
