"use client";

import { type FormEvent, useState } from "react";
import { teamRefusalMessages } from "@/components/crm/messages/team-refusal-messages";
import { OutcomeLine } from "@/components/crm/outcome-line";
import { useAct } from "@/components/crm/use-act";
import { usePosted } from "@/components/crm/use-posted";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import type { StartExport } from "@/lib/exports/schemas";
import type { BothWays } from "@/lib/posted/schemas";
import type { TeamResult } from "@/lib/team/errors";
import { exportMessages } from "./messages/export-messages";

type StartExportFormProps = {
  workspaceId: string;
  contactId?: string;
  startExport: BothWays<StartExport, TeamResult>;
};

const messages = exportMessages.start;

/** Starts an export, with its media or without. */
export function StartExportForm({ workspaceId, contactId, startExport }: StartExportFormProps) {
  const { act, outcome, isBusy } = useAct(teamRefusalMessages);
  const posted = usePosted(startExport, {
    refusals: teamRefusalMessages,
    done: messages.started,
  });
  const [includesMedia, setIncludesMedia] = useState(true);

  function submit(event: FormEvent) {
    event.preventDefault();
    const of = contactId === undefined ? { workspaceId } : { workspaceId, contactId };
    void act(() => startExport({ ...of, includesMedia }), messages.started);
  }

  return (
    <form action={posted.action} onSubmit={submit} className="grid gap-5">
      <input type="hidden" name="workspaceId" value={workspaceId} />
      {contactId !== undefined && <input type="hidden" name="contactId" value={contactId} />}
      <Checkbox
        name="includesMedia"
        label={messages.media}
        checked={includesMedia}
        onChange={(event) => setIncludesMedia(event.target.checked)}
      />
      <div>
        <Button type="submit" isBusy={isBusy}>
          {contactId === undefined ? messages.button : exportMessages.contact.button}
        </Button>
      </div>
      <OutcomeLine outcome={outcome ?? posted.outcome} />
    </form>
  );
}
