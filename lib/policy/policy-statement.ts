import type { AnyErasureMap, RowVerdict } from "@/lib/erasure/engine";
import { type Category, categories, categoryOf } from "./categories";
import { groundOf } from "./ground-of";
import type { PolicyProfile } from "./profile";
import { type Ground, type Retention, retentionOf } from "./retentions";

/** What the map does to one kind of subject, as the public may read it. */
export type SubjectStatement = {
  subject: string;
  /** Categories of which rows go. */
  erased: Category[];
  /** Categories whose rows stay because they are somebody else's, without the subject in them. */
  blanked: Category[];
  retained: {
    category: Category;
    retention: Retention;
    months: number;
    ground: Ground;
  }[];
};

/** The published promise, derived from the map that the purge executes. */
export type PolicyStatement = {
  subjects: Record<string, SubjectStatement>;
  lastUpdated: string;
  version: string;
};

/** Categories come in their published order, whatever the order of the map. */
export function policyStatement(
  profile: PolicyProfile,
  map: AnyErasureMap,
  subjectKinds: readonly string[],
): PolicyStatement {
  return {
    lastUpdated: profile.lastUpdated,
    version: profile.version,
    subjects: Object.fromEntries(
      subjectKinds.map((subject) => [subject, statementFor(subject, profile, map)]),
    ),
  };
}

function statementFor(
  subject: string,
  profile: PolicyProfile,
  map: AnyErasureMap,
): SubjectStatement {
  const verdicts = Object.values(map).flatMap((entry) => {
    const verdict = entry.rows[subject];
    return verdict === undefined ? [] : [{ category: categoryOf(entry.category), verdict }];
  });
  const having = (act: RowVerdict["act"]) =>
    inPublishedOrder(verdicts.filter(({ verdict }) => verdict.act === act).map((v) => v.category));

  return {
    subject,
    erased: having("erase"),
    blanked: having("blank").filter((category) => !having("erase").includes(category)),
    retained: retainedIn(verdicts, profile),
  };
}

function retainedIn(
  verdicts: { category: Category; verdict: RowVerdict }[],
  profile: PolicyProfile,
): SubjectStatement["retained"] {
  const byCategory = new Map<Category, Retention>();
  for (const { category, verdict } of verdicts) {
    if (verdict.act === "retain") byCategory.set(category, retentionOf(verdict.retention));
  }
  return inPublishedOrder([...byCategory.keys()]).flatMap((category) => {
    const retention = byCategory.get(category);
    const months = retention && profile.retentions[retention]?.months;
    return retention === undefined || months === undefined
      ? []
      : [{ category, retention, months, ground: groundOf(profile, retention) }];
  });
}

function inPublishedOrder(some: Category[]): Category[] {
  return categories.filter((category) => some.includes(category));
}
