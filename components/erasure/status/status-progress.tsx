import { useTranslations } from "next-intl";
import { Progress } from "@/components/ui/progress";
import { useCategory } from "@/components/words/use-category";
import type { CategoryProgress } from "@/lib/erasure/status";
import { inPublishedOrder } from "./in-published-order";
import { overallProgress } from "./overall-progress";

/** How far the deletion has come, in true counts: all together, then category by category. */
export function StatusProgress({ progress }: { progress: readonly CategoryProgress[] }) {
  const t = useTranslations("status.progress");
  const category = useCategory();
  const overall = overallProgress(progress);

  return (
    <div className="grid gap-8">
      <Progress
        size="large"
        label={t("overall")}
        value={overall.done}
        max={overall.planned}
        valueText={t("valueText", overall)}
      />
      <ul className="grid items-end gap-x-10 gap-y-5 sm:grid-cols-2">
        {inPublishedOrder(progress)
          .filter(({ planned }) => planned > 0)
          .map(({ category: key, planned, done }) => (
            <li key={key}>
              <Progress
                label={category(key).title}
                value={done}
                max={planned}
                valueText={t("valueText", { planned, done })}
              />
            </li>
          ))}
      </ul>
    </div>
  );
}
