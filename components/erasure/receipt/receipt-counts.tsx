import { useFormatter, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { useCategory } from "@/components/words/use-category";
import type { Receipt } from "@/lib/erasure/receipt";
import { StatusBlock } from "../status/status-block";

type ReceiptCountsProps = { title: string; counts: Receipt["erased"] };

/** Records by category, as the receipt counts them. */
export function ReceiptCounts({ title, counts }: ReceiptCountsProps) {
  const t = useTranslations("receipt");
  const format = useFormatter();
  const category = useCategory();

  return (
    <StatusBlock title={title}>
      <DataTable
        caption={title}
        isCaptionHidden
        columns={[
          {
            key: "category",
            header: t("category"),
            isRowHeader: true,
            cell: (row) => category(row.category).title,
          },
          {
            key: "rows",
            header: t("rows"),
            isNumeric: true,
            cell: (row) => format.number(row.rows),
          },
        ]}
        rows={counts}
        rowKey={(row) => row.category}
      />
    </StatusBlock>
  );
}
