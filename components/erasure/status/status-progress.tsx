import { fillMessage } from "@/components/ui/fill-message";
import { formatCount } from "@/components/ui/format-count";
import { Progress } from "@/components/ui/progress";
import type { CategoryProgress } from "@/lib/erasure/status";
import { statusMessages } from "../messages/status-messages";
import { inPublishedOrder } from "./in-published-order";
import { overallProgress } from "./overall-progress";
import { categoryTitle, type StatusVocabulary } from "./status-vocabulary";

type StatusProgressProps = {
  progress: readonly CategoryProgress[];
  vocabulary: StatusVocabulary;
};

/** How far the deletion has come, in true counts: all together, then category by category. */
export function StatusProgress({ progress, vocabulary }: StatusProgressProps) {
  const overall = overallProgress(progress);

  return (
    <div className="grid gap-8">
      <Progress
        size="large"
        label={statusMessages.progress.overall}
        value={overall.done}
        max={overall.planned}
        valueText={inWords(overall)}
      />
      <ul className="grid items-end gap-x-10 gap-y-5 sm:grid-cols-2">
        {inPublishedOrder(progress, vocabulary)
          .filter(({ planned }) => planned > 0)
          .map(({ category, planned, done }) => (
            <li key={category}>
              <Progress
                label={categoryTitle(vocabulary, category)}
                value={done}
                max={planned}
                valueText={inWords({ planned, done })}
              />
            </li>
          ))}
      </ul>
    </div>
  );
}

function inWords({ planned, done }: { planned: number; done: number }): string {
  return fillMessage(statusMessages.progress.valueText, {
    done: formatCount(done),
    planned: formatCount(planned),
  });
}
