"use client";

import { useState } from "react";
import { ActForm } from "@/components/crm/act-form";
import { actMessages } from "@/components/crm/messages/act-messages";
import { teamRefusalMessages } from "@/components/crm/messages/team-refusal-messages";
import { RefusalLine } from "@/components/crm/refusal-line";
import { usePosted } from "@/components/crm/use-posted";
import { Button } from "@/components/ui/button";
import type { BothWays } from "@/lib/posted/schemas";
import type { TeamResult } from "@/lib/team/errors";
import type { JoinWithAccount } from "@/lib/team/schemas";
import { invitationMessages } from "./messages/invitation-messages";

type JoinFormProps = {
  token: string;
  join: BothWays<JoinWithAccount, TeamResult<{ slug: string }>>;
};

/** One button: joins with the account that is signed in. */
export function JoinForm({ token, join }: JoinFormProps) {
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const posted = usePosted(join, { refusals: teamRefusalMessages, done: "" });

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
      <RefusalLine refusal={refusal} posted={posted.outcome} className="-mb-5 not-empty:mb-0" />
      <ActForm action={posted.action} fields={{ token }} onAct={() => void accept()}>
        <Button type="submit" isBusy={isBusy}>
          {invitationMessages.join}
        </Button>
      </ActForm>
    </div>
  );
}
