import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { Moment } from "@/components/words/moment";
import { useCategory } from "@/components/words/use-category";
import type { Receipt } from "@/lib/erasure/receipt";
import { StatusBlock } from "../status/status-block";
import { recipientName } from "./recipient-name";

type ReceiptRetainedProps = Pick<Receipt, "retained" | "record" | "recipients">;

/** What is kept, on which basis and until when, as the receipt says it: its own record, too. */
export function ReceiptRetained({ retained, record, recipients }: ReceiptRetainedProps) {
  const t = useTranslations("receipt");

  return (
    <StatusBlock title={t("retained")}>
      {retained.length > 0 && <RetainedTable retained={retained} />}
      <div className="mt-4 grid gap-2">
        <KeptRecord record={record} />
        {keptToAskAgain(recipients).map(([recipient, until]) => (
          <p key={recipient}>
            {t.rich("keptToAskAgain", {
              system: recipientName(recipient),
              time: () => <Moment value={new Date(until)} />,
            })}
          </p>
        ))}
      </div>
    </StatusBlock>
  );
}

function RetainedTable({ retained }: Pick<Receipt, "retained">) {
  const t = useTranslations("receipt");
  const format = useFormatter();
  const category = useCategory();

  return (
    <DataTable
      caption={t("retained")}
      isCaptionHidden
      columns={[
        {
          key: "category",
          header: t("category"),
          isRowHeader: true,
          cell: (row) => category(row.category).title,
        },
        {
          key: "basis",
          header: t("basis"),
          cell: (row) => <bdi>{row.basis ?? row.retention}</bdi>,
        },
        {
          key: "until",
          header: t("until"),
          cell: (row) =>
            row.until === null ? t("endless") : <Moment value={new Date(row.until)} />,
        },
        {
          key: "rows",
          header: t("rows"),
          isNumeric: true,
          cell: (row) => format.number(row.rows),
        },
      ]}
      rows={retained}
      rowKey={(row) => `${row.category} ${row.retention}`}
    />
  );
}

function KeptRecord({ record: { basis, retention, until } }: Pick<Receipt, "record">) {
  const t = useTranslations("receipt");
  const named = { basis: basis ?? retention, id: (chunks: ReactNode) => <bdi>{chunks}</bdi> };

  return (
    <p>
      {until === null
        ? t.rich("recordEndless", named)
        : t.rich("record", { ...named, time: () => <Moment value={new Date(until)} /> })}
    </p>
  );
}

/** Until when at the latest, of each other system that may be asked again. */
function keptToAskAgain(recipients: Receipt["recipients"]): [recipient: string, until: string][] {
  const latest = new Map<string, string>();
  for (const { recipient, keptUntil } of recipients) {
    if (keptUntil && keptUntil > (latest.get(recipient) ?? "")) latest.set(recipient, keptUntil);
  }
  return [...latest];
}
