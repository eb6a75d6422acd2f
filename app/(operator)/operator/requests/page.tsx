import type { Metadata } from "next";
import Link from "next/link";
import { DeskPage } from "@/components/operator/desk-page";
import { queueMessages } from "@/components/operator/messages/queue-messages";
import { exportAddress, queueAddress } from "@/components/operator/queue-address";
import { QueueFilters } from "@/components/operator/queue-filters";
import { QueueKeys } from "@/components/operator/queue-keys";
import { QueueSearch } from "@/components/operator/queue-search";
import { QueueTable } from "@/components/operator/queue-table";
import { QueueViews } from "@/components/operator/queue-views";
import { ButtonAnchor } from "@/components/ui/button-anchor";
import { fillMessage } from "@/components/ui/fill-message";
import { countQueue, listQueue, QueueFilter } from "@/lib/erasure";
import { safely } from "@/lib/safely";
import { deskContext } from "../desk-context";
import { find } from "./find";

export const metadata: Metadata = { title: queueMessages.title };

type QueuePageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const { table, views } = queueMessages;

/** The operators' queue: what is due first comes first, a page at a time. */
export default async function QueuePage({ searchParams }: QueuePageProps) {
  const ctx = await deskContext("/operator/requests");
  const { after, ...choice } = QueueFilter.parse(await searchParams);
  const [{ rows, next }, counts] = await safely("/operator/requests", () =>
    Promise.all([listQueue(ctx, { ...choice, after }), countQueue(ctx)]),
  );

  return (
    <DeskPage
      title={queueMessages.title}
      lead={queueMessages.lead}
      actions={
        <ButtonAnchor href={exportAddress(choice)} variant="secondary" size="compact" download>
          {queueMessages.export}
        </ButtonAnchor>
      }
    >
      <QueueSearch find={find}>
        <QueueViews choice={choice} counts={counts} />
        <QueueFilters choice={choice} />
        <QueueTable
          rows={rows}
          caption={fillMessage(table.caption, { view: views[choice.view] })}
          emptyText={choice.view === "todo" ? table.emptyTodo : table.empty}
          now={ctx.now()}
        />
        {(next !== null || after !== null) && (
          <nav aria-label={queueMessages.pages} className="prose-links flex gap-6">
            {after !== null && <Link href={queueAddress(choice)}>{queueMessages.first}</Link>}
            {next !== null && <Link href={queueAddress(choice, next)}>{queueMessages.next}</Link>}
          </nav>
        )}
      </QueueSearch>
      <QueueKeys />
    </DeskPage>
  );
}
