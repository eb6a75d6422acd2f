import { useFormatter, useTranslations } from "next-intl";
import { Moment } from "@/components/words/moment";
import { useCategory } from "@/components/words/use-category";
import type { RetainedCategory } from "@/lib/erasure/status";
import type { PolicyProfile } from "@/lib/policy/profile";
import type { Ground } from "@/lib/policy/retentions";
import { inPublishedOrder } from "./in-published-order";

type StatusRetainedProps = { retained: readonly RetainedCategory[]; profile: PolicyProfile };

/** What stays after the deletion: how much, why, and until when. */
export function StatusRetained({ retained, profile }: StatusRetainedProps) {
  const t = useTranslations("status.retained");
  const words = useTranslations("vocabulary.grounds");
  const format = useFormatter();
  const category = useCategory();

  return (
    <ul className="divide-y divide-line border-line border-y">
      {inPublishedOrder(retained).map((kept) => {
        const { title, contents } = category(kept.category);
        const ground = groundIn(profile, kept.retention);
        return (
          <li key={`${kept.category} ${kept.retention}`} className="py-5">
            <h3 className="font-semibold">{title}</h3>
            <p className="text-ink-muted">{contents}</p>
            <dl className="mt-3 grid grid-cols-[7rem_1fr] gap-x-6 gap-y-1.5 text-sm [&_dt]:text-ink-muted">
              <dt>{t("rows")}</dt>
              <dd className="tabular-nums">{format.number(kept.rows)}</dd>
              <dt>{t("until")}</dt>
              <dd>{kept.until ? <Moment value={kept.until} /> : t("endless")}</dd>
              <dt>{t("reason")}</dt>
              <dd>{ground ? words(`${ground}.reason`) : kept.retention}</dd>
              {ground && (
                <>
                  <dt>{t("basis")}</dt>
                  <dd>{words(`${ground}.basis`)}</dd>
                </>
              )}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}

/** Undefined for a retention that the profile has dropped since. */
function groundIn({ retentions }: PolicyProfile, retention: string): Ground | undefined {
  return Object.entries(retentions).find(([name]) => name === retention)?.[1].ground;
}
