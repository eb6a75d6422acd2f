"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { fillMessage } from "@/components/ui/fill-message";
import { Select } from "@/components/ui/select";
import { dueWithin, queueChannels, queueStates, queueSubjects } from "@/lib/erasure/desk/schemas";
import type { QueueChoice } from "@/lib/erasure/desk/status";
import { deskMessages } from "./messages/desk-messages";
import { queueMessages } from "./messages/queue-messages";
import { queueAddress } from "./queue-address";

const { filters } = queueMessages;

/**
 * Narrows the queue. A form that leads to an address: it works before the scripts are there, and with
 * them a choice is enough.
 */
export function QueueFilters({ choice }: { choice: QueueChoice }) {
  const { state, channel, subject, due } = choice;
  const isNarrowed = [state, channel, subject, due].some((one) => one !== null);

  return (
    <form
      action="/operator/requests"
      aria-label={filters.label}
      onChange={(event) => event.currentTarget.requestSubmit()}
      className="flex flex-wrap items-end gap-3"
    >
      {choice.view !== "todo" && <input type="hidden" name="view" value={choice.view} />}
      <Choice name="state" label={filters.state} value={state}>
        {queueStates.map((one) => (
          <option key={one} value={one}>
            {deskMessages.states[one]}
          </option>
        ))}
      </Choice>
      <Choice name="channel" label={filters.channel} value={channel}>
        {queueChannels.map((one) => (
          <option key={one} value={one}>
            {deskMessages.channels[one]}
          </option>
        ))}
      </Choice>
      <Choice name="subject" label={filters.subject} value={subject}>
        {queueSubjects.map((one) => (
          <option key={one} value={one}>
            {deskMessages.subjects[one]}
          </option>
        ))}
      </Choice>
      <Choice name="due" label={filters.due} value={due}>
        {dueWithin.map((one) => (
          <option key={one} value={one}>
            {fillMessage(filters.days, { days: one })}
          </option>
        ))}
      </Choice>
      <noscript>
        <Button type="submit" variant="secondary">
          {filters.apply}
        </Button>
      </noscript>
      {isNarrowed && (
        <Link
          href={queueAddress({ ...choice, state: null, channel: null, subject: null, due: null })}
          className="inline-flex min-h-12 items-center text-accent underline underline-offset-4"
        >
          {filters.clear}
        </Link>
      )}
    </form>
  );
}

function Choice({
  name,
  label,
  value,
  children,
}: {
  name: string;
  label: string;
  value: string | null;
  children: ReactNode;
}) {
  return (
    <Field label={label} className="min-w-36 flex-1 sm:flex-none">
      {(control) => (
        // A new address brings new choices: the key makes the select follow it.
        <Select {...control} key={value} name={name} defaultValue={value ?? ""}>
          <option value="">{filters.any}</option>
          {children}
        </Select>
      )}
    </Field>
  );
}
