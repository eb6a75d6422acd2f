"use client";

import { type FormEvent, useState } from "react";
import { teamRefusalMessages } from "@/components/crm/messages/team-refusal-messages";
import { OutcomeLine } from "@/components/crm/outcome-line";
import { useAct } from "@/components/crm/use-act";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import type { StartExport } from "@/lib/exports/schemas";
import type { TeamResult } from "@/lib/team/errors";
import { exportMessages } from "./messages/export-messages";

type StartExportFormProps = {
  workspaceId: string;
  contactId?: string;
  startExport: (input: StartExport) => Promise<TeamResult>;
};

const messages = exportMessages.start;

/** Starts an export, with its media or without. */
export function StartExportForm({ workspaceId, contactId, startExport }: StartExportFormProps) {
  const { act, outcome, isBusy } = useAct(teamRefusalMessages);
  const [includesMedia, setIncludesMedia] = useState(true);

  function submit(event: FormEvent) {
    event.preventDefault();
    const of = contactId === undefined ? { workspaceId } : { workspaceId, contactId };
    void act(() => startExport({ ...of, includesMedia }), messages.started);
  }

  return (
    <form method="post" onSubmit={submit} className="grid gap-5">
      <Checkbox
        label={messages.media}
        checked={includesMedia}
        onChange={(event) => setIncludesMedia(event.target.checked)}
      />
      <div>
        <Button type="submit" isBusy={isBusy}>
          {contactId === undefined ? messages.button : exportMessages.contact.button}
        </Button>
      </div>
      <OutcomeLine outcome={outcome} />
    </form>
  );
}
