import { fillMessage } from "@/components/ui/fill-message";
import { formatList } from "@/components/ui/format-list";
import { formatSpan } from "@/components/ui/format-span";
import type { SubjectKind } from "@/lib/erasure/status";
import type { categories } from "@/lib/policy/categories";
import type { PolicyStatement } from "@/lib/policy/policy-statement";
import type { PolicyProfile } from "@/lib/policy/profile";
import type { PublishedRetention, Retention } from "@/lib/policy/retentions";
import { policyMessages } from "../messages/policy-messages";

type PolicyRetainedProps = {
  statement: PolicyStatement;
  categories: typeof categories;
  holds: PolicyProfile["holds"];
};

/** What stays after which deletion: why, on which legal basis and for how long. */
export function PolicyRetained({ statement, categories, holds }: PolicyRetainedProps) {
  const { retained } = policyMessages;
  const kept = keptByRetention(statement);

  return (
    <div className="grid gap-8 print:block print:space-y-4">
      {kept.length === 0 && <p>{retained.none}</p>}
      <ul className="grid gap-4 print:block print:space-y-4">
        {kept.map(({ retention, published, months, contents, subjects }) => (
          <li
            key={retention}
            className="break-inside-avoid rounded-2xl border border-line bg-surface p-5 sm:p-6"
          >
            <div className="flex flex-wrap items-baseline justify-between gap-x-6">
              <h3 className="font-semibold text-lg tracking-[-0.01em]">{published.title}</h3>
              <p className="font-medium text-accent">{formatSpan(months, "month")}</p>
            </div>
            <p className="mt-1">
              {contents.map((category) => categories[category].contents).join(" ")}
            </p>
            <dl className="mt-4 grid gap-x-6 text-sm max-sm:[&_dd]:mb-2 sm:grid-cols-[9rem_1fr] sm:gap-y-1.5 [&_dt]:text-ink-muted">
              <dt>{retained.reason}</dt>
              <dd>{published.reason}</dd>
              <dt>{retained.basis}</dt>
              <dd>{published.basis}</dd>
              <dt>{retained.appliesTo}</dt>
              <dd>{formatList(subjects.map(inSentence))}</dd>
            </dl>
          </li>
        ))}
      </ul>
      <p>{fillMessage(retained.hold, { grounds: groundsOf(holds) })}</p>
    </div>
  );
}

type Kept = {
  retention: Retention;
  published: PublishedRetention;
  months: number;
  contents: (keyof typeof categories)[];
  subjects: SubjectKind[];
};

/** Turns "per subject" around, so that each retention is explained once. */
function keptByRetention({ subjects }: PolicyStatement): Kept[] {
  const kept = new Map<Retention, Kept>();
  for (const kind of ["workspace", "account", "contact", "meta_user"] as const) {
    for (const { retention, published, category, months } of subjects[kind]?.retained ?? []) {
      const entry = kept.get(retention) ?? {
        retention,
        published,
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

function groundsOf(holds: PolicyProfile["holds"]): string {
  const words = policyMessages.retained.holds;
  return holds.length === 0
    ? words.none
    : formatList(
        holds.map((ground) => words[ground]),
        "or",
      );
}

function inSentence(kind: SubjectKind): string {
  return policyMessages.retained.subjects[kind];
}
