import { useFormatter, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Moment } from "@/components/words/moment";
import { useCategory } from "@/components/words/use-category";
import type { Receipt } from "@/lib/erasure/receipt";
import { StatusBlock } from "../status/status-block";

/** What is kept, on which basis and until when, as the receipt says it. */
export function ReceiptRetained({ retained }: { retained: Receipt["retained"] }) {
  const t = useTranslations("receipt");
  const format = useFormatter();
  const category = useCategory();

  return (
    <StatusBlock title={t("retained")}>
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
    </StatusBlock>
  );
}
