"use client";

import { clsx } from "clsx";
import { ActForm } from "@/components/crm/act-form";
import { OutcomeLine } from "@/components/crm/outcome-line";
import { useAct } from "@/components/crm/use-act";
import { usePosted } from "@/components/crm/use-posted";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { TextLink } from "@/components/ui/text-link";
import type { AccountResult } from "@/lib/account/errors";
import type { BothWays } from "@/lib/posted/schemas";
import { deleteAccountMessages } from "./messages/delete-account-messages";
import { refusalMessages } from "./messages/refusal-messages";

type AccountErasureNoticeProps = {
  erasure: { confirmationCode: string; purgeAfter: Date | null } | null;
  keepAccount: BothWays<Record<string, never>, AccountResult>;
  className?: string;
};

const messages = deleteAccountMessages.underWay;

/** Says, wherever its owner is signed in, that the account is to be deleted, and lets them keep it. */
export function AccountErasureNotice(props: AccountErasureNoticeProps) {
  const { erasure, keepAccount, className } = props;
  const { act, outcome: acted, isBusy } = useAct(refusalMessages);
  const posted = usePosted(keepAccount, { refusals: refusalMessages, done: messages.kept });
  const outcome = acted ?? posted.outcome;
  if (erasure === null && outcome?.isDone !== true) return null;

  return (
    <div className={clsx("grid shrink-0 gap-3", className)}>
      {erasure && (
        <Callout
          tone="warning"
          title={
            erasure.purgeAfter ? (
              <>
                {messages.dated} <DateTime value={erasure.purgeAfter} />.
              </>
            ) : (
              messages.undated
            )
          }
        >
          <div className="flex flex-wrap items-center gap-x-5 gap-y-3 pt-2">
            <ActForm
              action={posted.action}
              onAct={() => void act(() => keepAccount({}), messages.kept)}
            >
              <Button type="submit" variant="secondary" size="compact" isBusy={isBusy}>
                {messages.keep}
              </Button>
            </ActForm>
            <TextLink href={`/data-deletion/status/${erasure.confirmationCode}`}>
              {messages.status}
            </TextLink>
          </div>
        </Callout>
      )}
      <OutcomeLine outcome={outcome} />
    </div>
  );
}
