"use client";

import { useState } from "react";
import { actMessages } from "@/components/crm/messages/act-messages";
import { teamRefusalMessages } from "@/components/crm/messages/team-refusal-messages";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import type { TeamResult } from "@/lib/team/errors";
import type { JoinWithAccount } from "@/lib/team/schemas";
import { invitationMessages } from "./messages/invitation-messages";

type JoinFormProps = {
  token: string;
  join: (input: JoinWithAccount) => Promise<TeamResult<{ slug: string }>>;
};

/** One button: joins with the account that is signed in. */
export function JoinForm({ token, join }: JoinFormProps) {
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);

  async function accept() {
    setIsBusy(true);
    setRefusal(null);
    const result = await join({ token }).catch(() => null);
    if (result?.ok) {
      window.location.assign(`/${result.value.slug}/inbox`);
      return;
    }
    setIsBusy(false);
    setRefusal(result ? teamRefusalMessages[result.code] : actMessages.failed);
  }

  return (
    <div className="grid gap-5">
      <div role="alert" className="-mb-5 not-empty:mb-0">
        {refusal && <Callout tone="danger">{refusal}</Callout>}
      </div>
      <div>
        <Button isBusy={isBusy} onClick={accept}>
          {invitationMessages.join}
        </Button>
      </div>
    </div>
  );
}
