"use client";

import { ActForm } from "@/components/crm/act-form";
import { OutcomeLine } from "@/components/crm/outcome-line";
import { useAct } from "@/components/crm/use-act";
import { usePosted } from "@/components/crm/use-posted";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/date-time";
import { fillMessage } from "@/components/ui/fill-message";
import { formatDate } from "@/components/ui/format-date";
import type { AccountResult } from "@/lib/account/errors";
import type { BothWays } from "@/lib/posted/schemas";
import { AccountSection } from "./account-section";
import { accountMessages } from "./messages/account-messages";
import { refusalMessages } from "./messages/refusal-messages";

type ShownSession = { id: string; browser: string | null; createdAt: Date; isCurrent: boolean };

type SessionsSectionProps = {
  sessions: readonly ShownSession[];
  endSession: BothWays<{ sessionId: string }, AccountResult>;
  endOtherSessions: BothWays<Record<string, never>, AccountResult>;
};

const messages = accountMessages.sessions;

/** The browsers in which one is signed in, each with its way out. */
export function SessionsSection({ sessions, endSession, endOtherSessions }: SessionsSectionProps) {
  const { act, outcome, isBusy } = useAct(refusalMessages);
  const words = { refusals: refusalMessages };
  const one = usePosted(endSession, { ...words, done: messages.ended });
  const others = usePosted(endOtherSessions, { ...words, done: messages.othersEnded });

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
              <ActForm
                action={one.action}
                fields={{ sessionId: id }}
                onAct={() => void act(() => endSession({ sessionId: id }), messages.ended)}
              >
                <Button
                  type="submit"
                  variant="secondary"
                  size="compact"
                  disabled={isBusy}
                  aria-label={fillMessage(messages.endLabel, {
                    browser: browser ?? messages.unknown,
                    date: formatDate(createdAt, "minute"),
                  })}
                >
                  {messages.end}
                </Button>
              </ActForm>
            )}
          </li>
        ))}
      </ul>
      <OutcomeLine outcome={outcome ?? one.outcome ?? others.outcome} />
      {sessions.length > 1 && (
        <ActForm
          action={others.action}
          onAct={() => void act(() => endOtherSessions({}), messages.othersEnded)}
        >
          <Button type="submit" variant="secondary" isBusy={isBusy}>
            {messages.endOthers}
          </Button>
        </ActForm>
      )}
    </AccountSection>
  );
}
