import { type Found, union } from "./found";
import type { RowVerdict, Subject } from "./map";
import type { Plan } from "./plan";
import { waysOf } from "./reach";

/** What has to stay for now: a subject's rows, or those of one category of them. */
export type Withholding = { subject: Subject; category: string | null };

/** A withheld subject's rows, by the key of the table. */
export type HeldRows = {
  /** All of them. */
  own: ReadonlyMap<string, Found>;
  /** Those of the category. */
  covered: ReadonlyMap<string, Found>;
};

/** Finds a withheld subject's rows in the tables of a plan, by the map's verdicts on its kind. */
export function heldRows(plan: Plan, { subject, category }: Withholding): HeldRows {
  const own = new Map<string, Found>();
  for (const [key, table] of plan.tables) {
    const verdict = plan.map[key]?.rows[subject.kind];
    if (verdict === undefined || !isItsOwn(verdict, subject.kind, plan)) continue;
    const ways = waysOf(table, verdict.reach, { tables: plan.tables, map: plan.map, subject });
    if (ways.length === 0) continue;
    own.set(
      key,
      union(
        table,
        ways.map((way) => way.found),
      ),
    );
  }
  const isCovered = (key: string) => category === null || plan.map[key]?.category === category;
  return { own, covered: new Map([...own].filter(([key]) => isCovered(key))) };
}

/**
 * Rows that are blanked for a subject are somebody else's: held for it alone, against its own
 * erasure, which would take its name out of them.
 */
function isItsOwn(
  verdict: RowVerdict,
  kind: string,
  { subject }: Plan,
): verdict is Exclude<RowVerdict, { act: "not_about" }> {
  if (verdict.act === "not_about") return false;
  return verdict.act !== "blank" || kind === subject.kind;
}
