"use client";

import { ActForm } from "@/components/crm/act-form";
import { OutcomeLine } from "@/components/crm/outcome-line";
import { useAct } from "@/components/crm/use-act";
import { usePosted } from "@/components/crm/use-posted";
import { Button } from "@/components/ui/button";
import { fillMessage } from "@/components/ui/fill-message";
import { formatDate } from "@/components/ui/format-date";
import type { AccountResult } from "@/lib/account/errors";
import type { BothWays } from "@/lib/posted/schemas";
import { AccountSection } from "./account-section";
import { accountMessages } from "./messages/account-messages";
import { refusalMessages } from "./messages/refusal-messages";

type MetaLoginSectionProps = {
  metaLogin: { displayName: string | null; linkedAt: Date } | null;
  hasPassword: boolean;
  disconnectMeta: BothWays<Record<string, never>, AccountResult>;
};

const messages = accountMessages.meta;

/** The Meta login that is connected to the account; nothing where there is none. */
export function MetaLoginSection({
  metaLogin,
  hasPassword,
  disconnectMeta,
}: MetaLoginSectionProps) {
  const { act, outcome: acted, isBusy } = useAct(refusalMessages);
  const posted = usePosted(disconnectMeta, { refusals: refusalMessages, done: messages.done });
  const outcome = acted ?? posted.outcome;
  if (metaLogin === null && outcome === null) return null;

  return (
    <AccountSection title={messages.title} text={metaLogin && textOf(metaLogin)}>
      {metaLogin && (
        <p className="text-ink-muted">{hasPassword ? messages.scope : messages.onlyLogin}</p>
      )}
      <OutcomeLine outcome={outcome} />
      {metaLogin && hasPassword && (
        <ActForm
          action={posted.action}
          onAct={() => void act(() => disconnectMeta({}), messages.done)}
        >
          <Button type="submit" variant="secondary" isBusy={isBusy}>
            {messages.button}
          </Button>
        </ActForm>
      )}
    </AccountSection>
  );
}

function textOf({ displayName, linkedAt }: { displayName: string | null; linkedAt: Date }): string {
  const date = formatDate(linkedAt);
  return displayName === null
    ? fillMessage(messages.nameless, { date })
    : fillMessage(messages.text, { name: displayName, date });
}
