import type { ReactNode } from "react";
import { Callout } from "@/components/ui/callout";
import { DataList } from "@/components/ui/data-list";
import { DateTime } from "@/components/ui/date-time";
import type { ControllerTask } from "@/lib/erasure/controllers/schemas";
import { privacyRequestsMessages as messages } from "./messages/privacy-requests-messages";

const { facts } = messages;

/** What a business has to know to answer: about whom it is, who asks, what is proved, until when. */
export function PrivacyRequestFacts({ task }: { task: ControllerTask }) {
  const { asked, contact, createdAt, dueAt, matchedBy, refusalReason, state } = task;
  const reason = refusalReason && messages.reasons[refusalReason];
  const rows: [term: string, value: ReactNode][] = [
    [facts.state, reason ? `${messages.states[state]}: ${reason}` : messages.states[state]],
    [facts.name, <bdi key="name">{contact?.name ?? messages.gone}</bdi>],
    [facts.phone, contact?.phone ? <bdi key="phone">{contact.phone}</bdi> : "–"],
    [facts.email, contact?.email ? <bdi key="email">{contact.email}</bdi> : "–"],
    [facts.asker, asked ? <bdi key="asker">{asked.email}</bdi> : "–"],
    [facts.asked, <DateTime key="asked" value={createdAt} />],
    [facts.due, <DateTime key="due" value={dueAt} />],
  ];

  return (
    <section className="grid gap-6">
      <DataList
        items={rows.map(([term, value]) => ({
          key: term,
          term,
          value: <span className="break-words">{value}</span>,
        }))}
      />
      {asked?.description && (
        <div className="grid gap-2">
          <h2 className="font-semibold">{facts.words}</h2>
          <p dir="auto" className="whitespace-pre-wrap break-words">
            {asked.description}
          </p>
        </div>
      )}
      {state === "open" && (
        <Callout tone={matchedBy === "email" ? "neutral" : "warning"}>
          {matchedBy === "email" ? messages.proved : messages.claimed}
        </Callout>
      )}
    </section>
  );
}
