"use client";

import { clsx } from "clsx";
import { OutcomeLine } from "@/components/crm/outcome-line";
import { useAct } from "@/components/crm/use-act";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { TextLink } from "@/components/ui/text-link";
import type { AccountResult } from "@/lib/account/errors";
import { deleteAccountMessages } from "./messages/delete-account-messages";
import { refusalMessages } from "./messages/refusal-messages";

type AccountErasureNoticeProps = {
  erasure: { confirmationCode: string; purgeAfter: Date | null } | null;
  keepAccount: (input: Record<string, never>) => Promise<AccountResult>;
  className?: string;
};

const messages = deleteAccountMessages.underWay;

/** Says, wherever its owner is signed in, that the account is to be deleted, and lets them keep it. */
export function AccountErasureNotice(props: AccountErasureNoticeProps) {
  const { erasure, keepAccount, className } = props;
  const { act, outcome, isBusy } = useAct(refusalMessages);
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
            <Button
              variant="secondary"
              size="compact"
              isBusy={isBusy}
              onClick={() => act(() => keepAccount({}), messages.kept)}
            >
              {messages.keep}
            </Button>
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
