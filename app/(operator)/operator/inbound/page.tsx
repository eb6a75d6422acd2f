import type { Metadata } from "next";
import Link from "next/link";
import { DeskPage } from "@/components/operator/desk-page";
import { inboundMessages } from "@/components/operator/messages/inbound-messages";
import { TabLinks } from "@/components/operator/tab-links";
import { DataTable } from "@/components/ui/data-table";
import { DateTime } from "@/components/ui/date-time";
import { requireOperator } from "@/lib/auth/require-operator";
import { erasureContext } from "@/lib/erasure-context";
import { listInbound } from "@/lib/inbound";
import { InboundQuery } from "@/lib/inbound/schemas";
import { safely } from "@/lib/safely";

export const metadata: Metadata = { title: inboundMessages.title };

type InboundPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const { columns, filters, outcomes, reasons } = inboundMessages;

/** The operators' queue of mails that came in, a page of one kind at a time. */
export default async function InboundPage({ searchParams }: InboundPageProps) {
  const { id: userId } = await requireOperator("/operator/inbound");
  const query = InboundQuery.parse(await searchParams);
  const { lines, next } = await safely("/operator/inbound", () =>
    listInbound(erasureContext({ type: "operator", userId }), query),
  );

  return (
    <DeskPage title={inboundMessages.title} lead={inboundMessages.lead}>
      <TabLinks
        label={filters.label}
        current={query.filter}
        tabs={(["waiting", "set_aside", "understood", "settled"] as const).map((key) => ({
          key,
          title: filters[key],
          href: `/operator/inbound?filter=${key}`,
        }))}
      />
      <DataTable
        caption={filters[query.filter]}
        isCaptionHidden
        rows={lines}
        rowKey={({ id }) => id}
        emptyText={inboundMessages.empty}
        columns={[
          {
            key: "received",
            header: columns.received,
            cell: ({ receivedAt }) => <DateTime value={receivedAt} precision="minute" />,
          },
          {
            key: "from",
            header: columns.from,
            cell: ({ written }) => (
              <bdi className="break-all">{written?.from ?? inboundMessages.destroyed}</bdi>
            ),
          },
          {
            key: "subject",
            header: columns.subject,
            isRowHeader: true,
            cell: ({ id, written }) => (
              <Link href={`/operator/inbound/${id}`} className="underline underline-offset-4">
                <bdi>{written?.subject.trim() || inboundMessages.noSubject}</bdi>
              </Link>
            ),
          },
          {
            key: "why",
            header: columns.why,
            cell: ({ reason, outcome }) =>
              outcome ? outcomes[outcome] : reason ? reasons[reason] : "",
          },
        ]}
      />
      {next !== null && (
        <p className="prose-links">
          <Link href={`/operator/inbound?filter=${query.filter}&after=${next}`}>
            {inboundMessages.next}
          </Link>
        </p>
      )}
    </DeskPage>
  );
}
