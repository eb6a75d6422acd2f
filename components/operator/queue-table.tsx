import Link from "next/link";
import { DateTime } from "@/components/ui/date-time";
import type { QueueRow } from "@/lib/erasure/desk/status";
import { DueBadge } from "./due-badge";
import { deskMessages } from "./messages/desk-messages";
import { queueMessages } from "./messages/queue-messages";
import { StateBadge } from "./state-badge";

const { table } = queueMessages;
const cell = "py-0.5 pe-4 md:py-2.5 align-middle last:pe-0";

type QueueTableProps = {
  rows: readonly QueueRow[];
  caption: string;
  emptyText: string;
  now: Date;
};

/** The queue: one line for each request, by its code. On a phone a line is a card. */
export function QueueTable({ rows, caption, emptyText, now }: QueueTableProps) {
  if (rows.length === 0) {
    return (
      <p className="rounded-xl border border-line p-8 text-center text-ink-muted">{emptyText}</p>
    );
  }

  return (
    <table className="block w-full md:table md:border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead className="sr-only md:not-sr-only md:table-header-group">
        <tr className="border-line-strong md:border-b">
          {[
            table.code,
            table.state,
            table.about,
            table.channel,
            table.requester,
            table.received,
            table.due,
          ].map((header) => (
            <th
              key={header}
              scope="col"
              className="py-2.5 pe-4 text-start font-medium text-ink-muted text-sm last:pe-0"
            >
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block divide-y divide-line border-line md:table-row-group md:border-b">
        {rows.map((row) => (
          <tr
            key={row.id}
            className="flex flex-wrap items-center gap-x-2 py-3 has-[a:focus-visible]:bg-accent-soft hover:bg-sunken md:table-row md:py-0"
          >
            <th scope="row" className={`${cell} w-full text-start font-medium md:w-auto`}>
              <Link
                data-queue-row=""
                href={`/operator/requests/${row.confirmationCode}`}
                className="font-mono text-accent text-sm underline-offset-4 hover:underline"
              >
                {row.confirmationCode}
              </Link>
            </th>
            <td className={cell}>
              <StateBadge state={row.state} />
            </td>
            <td className={cell}>{deskMessages.subjects[row.subjectKind]}</td>
            <td className={cell}>{deskMessages.channels[row.channel]}</td>
            <td className={`${cell} text-ink-muted`}>
              {deskMessages.requesters[row.requesterKind]}
            </td>
            <td className={`${cell} text-ink-muted`}>
              <DateTime value={row.receivedAt} />
            </td>
            <td className={cell}>
              <DueBadge {...row} now={now} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
