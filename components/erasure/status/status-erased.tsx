import { DataTable } from "@/components/ui/data-table";
import { formatCount } from "@/components/ui/format-count";
import type { CategoryProgress } from "@/lib/erasure/status";
import { statusMessages } from "../messages/status-messages";
import { inPublishedOrder } from "./in-published-order";
import { overallProgress } from "./overall-progress";
import { categoryTitle, type StatusVocabulary } from "./status-vocabulary";

type StatusErasedProps = { progress: readonly CategoryProgress[]; vocabulary: StatusVocabulary };

/** What a finished deletion removed, counted. */
export function StatusErased({ progress, vocabulary }: StatusErasedProps) {
  const { category, rows, empty, total, finishedTitle } = statusMessages.progress;
  const erased = inPublishedOrder(progress, vocabulary).filter(({ done }) => done > 0);
  if (erased.length === 0) return <p>{empty}</p>;

  return (
    <DataTable
      caption={finishedTitle}
      isCaptionHidden
      columns={[
        { key: "category", header: category, isRowHeader: true, cell: (row) => row.title },
        { key: "rows", header: rows, isNumeric: true, cell: (row) => formatCount(row.rows) },
      ]}
      rows={[
        ...erased.map((entry) => ({
          key: entry.category,
          title: categoryTitle(vocabulary, entry.category),
          rows: entry.done,
        })),
        { key: "total", title: total, rows: overallProgress(erased).done },
      ]}
      rowKey={(row) => row.key}
    />
  );
}
