import { useFormatter, useTranslations } from "next-intl";
import { useSpan } from "@/components/words/use-span";
import { recipientsKeptDays } from "@/lib/erasure/schemas";
import type { SubjectKind } from "@/lib/erasure/status";
import type { Category } from "@/lib/policy/categories";
import type { PolicyStatement } from "@/lib/policy/policy-statement";
import type { PolicyProfile } from "@/lib/policy/profile";
import type { Ground, Retention } from "@/lib/policy/retentions";

type PolicyRetainedProps = { statement: PolicyStatement; holds: PolicyProfile["holds"] };

/** What stays after which deletion: why, on which legal basis and for how long. */
export function PolicyRetained({ statement, holds }: PolicyRetainedProps) {
  const t = useTranslations("policy.retained");
  const format = useFormatter();
  const span = useSpan();
  const kept = keptByRetention(statement);
  const grounds =
    holds.length === 0
      ? t("holds.none")
      : format.list(
          holds.map((ground) => t(`holds.${ground}`)),
          { type: "disjunction" },
        );

  return (
    <div className="grid gap-8 print:block print:space-y-4">
      {kept.length === 0 && <p>{t("none")}</p>}
      <ul className="grid gap-4 print:block print:space-y-4">
        {kept.map((entry) => (
          <RetainedEntry key={entry.retention} {...entry} />
        ))}
      </ul>
      <p>{t("again", { span: span(recipientsKeptDays, "day") })}</p>
      <p>{t("hold", { grounds })}</p>
    </div>
  );
}

type Kept = {
  retention: Retention;
  ground: Ground;
  months: number;
  contents: Category[];
  subjects: SubjectKind[];
};

function RetainedEntry({ retention, ground, months, contents, subjects }: Kept) {
  const t = useTranslations("policy.retained");
  const words = useTranslations("vocabulary");
  const format = useFormatter();
  const span = useSpan();

  return (
    <li className="break-inside-avoid rounded-2xl border border-line bg-surface p-5 sm:p-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h3 className="font-semibold text-lg tracking-[-0.01em]">
          {words(`retentions.${retention}`)}
        </h3>
        <p className="font-medium text-accent">{span(months, "month")}</p>
      </div>
      <p className="mt-1">
        {contents.map((category) => words(`categories.${category}.contents`)).join(" ")}
      </p>
      <dl className="mt-4 grid gap-x-6 text-sm max-sm:[&_dd]:mb-2 sm:grid-cols-[9rem_1fr] sm:gap-y-1.5 [&_dt]:text-ink-muted">
        <dt>{t("reason")}</dt>
        <dd>{words(`grounds.${ground}.reason`)}</dd>
        <dt>{t("basis")}</dt>
        <dd>{words(`grounds.${ground}.basis`)}</dd>
        <dt>{t("appliesTo")}</dt>
        <dd>{format.list(subjects.map((kind) => t(`subjects.${kind}`)))}</dd>
      </dl>
    </li>
  );
}

/** Turns "per subject" around, so that each retention is explained once. */
function keptByRetention({ subjects }: PolicyStatement): Kept[] {
  const kept = new Map<Retention, Kept>();
  for (const kind of ["workspace", "account", "contact", "meta_user"] as const) {
    for (const { retention, ground, category, months } of subjects[kind]?.retained ?? []) {
      const entry = kept.get(retention) ?? {
        retention,
        ground,
        months,
        contents: [],
        subjects: [],
      };
      if (!entry.contents.includes(category)) entry.contents.push(category);
      if (!entry.subjects.includes(kind)) entry.subjects.push(kind);
      kept.set(retention, entry);
    }
  }
  return [...kept.values()];
}
