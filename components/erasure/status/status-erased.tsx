import { useFormatter, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { useCategory } from "@/components/words/use-category";
import type { CategoryProgress } from "@/lib/erasure/status";
import { inPublishedOrder } from "./in-published-order";
import { overallProgress } from "./overall-progress";

/** What a finished deletion removed, counted. */
export function StatusErased({ progress }: { progress: readonly CategoryProgress[] }) {
  const t = useTranslations("status.progress");
  const format = useFormatter();
  const category = useCategory();
  const erased = inPublishedOrder(progress).filter(({ done }) => done > 0);
  if (erased.length === 0) return <p>{t("empty")}</p>;

  return (
    <DataTable
      caption={t("finishedTitle")}
      isCaptionHidden
      columns={[
        { key: "category", header: t("category"), isRowHeader: true, cell: (row) => row.title },
        {
          key: "rows",
          header: t("rows"),
          isNumeric: true,
          cell: (row) => format.number(row.rows),
        },
      ]}
      rows={[
        ...erased.map((entry) => ({
          key: entry.category,
          title: category(entry.category).title,
          rows: entry.done,
        })),
        { key: "total", title: t("total"), rows: overallProgress(erased).done },
      ]}
      rowKey={(row) => row.key}
    />
  );
}
