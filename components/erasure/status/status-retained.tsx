import { DateTime } from "@/components/ui/date-time";
import { formatCount } from "@/components/ui/format-count";
import type { RetainedCategory } from "@/lib/erasure/status";
import { statusMessages } from "../messages/status-messages";
import { inPublishedOrder } from "./in-published-order";
import { categoryTitle, type StatusVocabulary } from "./status-vocabulary";

type StatusRetainedProps = {
  retained: readonly RetainedCategory[];
  vocabulary: StatusVocabulary;
};

/** What stays after the deletion: how much, why, and until when. */
export function StatusRetained({ retained, vocabulary }: StatusRetainedProps) {
  const { rows, reason, basis, until, endless } = statusMessages.retained;

  return (
    <ul className="divide-y divide-line border-line border-y">
      {inPublishedOrder(retained, vocabulary).map((kept) => (
        <li key={`${kept.category} ${kept.retention}`} className="py-5">
          <h3 className="font-semibold">{categoryTitle(vocabulary, kept.category)}</h3>
          <p className="text-ink-muted">{vocabulary.categories[kept.category]?.contents}</p>
          <dl className="mt-3 grid grid-cols-[7rem_1fr] gap-x-6 gap-y-1.5 text-sm [&_dt]:text-ink-muted">
            <dt>{rows}</dt>
            <dd className="tabular-nums">{formatCount(kept.rows)}</dd>
            <dt>{until}</dt>
            <dd>{kept.until ? <DateTime value={kept.until} /> : endless}</dd>
            <dt>{reason}</dt>
            <dd>{vocabulary.retentions[kept.retention]?.reason ?? kept.retention}</dd>
            <dt>{basis}</dt>
            <dd>{vocabulary.retentions[kept.retention]?.basis}</dd>
          </dl>
        </li>
      ))}
    </ul>
  );
}
