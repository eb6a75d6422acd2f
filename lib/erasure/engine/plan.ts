import { PlanError } from "./errors";
import type { AnyErasureMap, BlankValue, RowVerdict, Subject } from "./map";
import { childrenFirst } from "./order";
import { type Found, findRows } from "./reach";
import { readTables, type TableInfo } from "./tables";

/** What one table needs: its rows erased, or kept with these columns blanked. */
export type PlanStep = {
  table: TableInfo;
  category: string;
  found: Found;
} & (
  | { action: "erase" }
  | { action: "blank"; blanks: ReadonlyMap<string, BlankValue> }
  | { action: "retain"; blanks: ReadonlyMap<string, BlankValue>; retention: string }
);

/** The whole erasure of one subject, in the order in which it is safe: children before parents. */
export type Plan = { subject: Subject; steps: readonly PlanStep[] };

/**
 * Derives the plan for a subject from the schema's foreign keys and the map's verdicts.
 *
 * Touches no database. The same schema, map and subject always give the same plan.
 *
 * @throws PlanError naming the table or column when the two do not fit together.
 */
export function makePlan(
  schema: Readonly<Record<string, unknown>>,
  map: AnyErasureMap,
  subject: Subject,
): Plan {
  const tables = readTables(schema);
  const verdicts = new Map<string, RowVerdict>();
  for (const [key, table] of tables) verdicts.set(key, verdictOn(table, map, subject));

  const concerned = [...verdicts.keys()].filter((key) => verdicts.get(key)?.act !== "not_about");
  const steps = childrenFirst(concerned, tables).flatMap((key) => {
    const table = tables.get(key);
    const verdict = verdicts.get(key);
    return table && verdict ? stepFor(table, verdict, { tables, map, subject }) : [];
  });
  refuseDanglingReferences(tables, steps, subject);
  return { subject, steps };
}

function verdictOn(table: TableInfo, map: AnyErasureMap, subject: Subject): RowVerdict {
  const entry = map[table.key];
  if (entry === undefined) {
    throw new PlanError(
      "unmapped_table",
      table.name,
      `Table "${table.name}" has no entry in the erasure map. Give it a verdict.`,
    );
  }
  const verdict = entry.rows[subject.kind];
  if (verdict === undefined) {
    throw new PlanError(
      "unknown_subject",
      table.name,
      `The erasure map has no verdict on "${table.name}" for a ${subject.kind}.`,
    );
  }
  return verdict;
}

function stepFor(
  table: TableInfo,
  verdict: RowVerdict,
  scope: { tables: ReadonlyMap<string, TableInfo>; map: AnyErasureMap; subject: Subject },
): PlanStep[] {
  if (verdict.act === "not_about") return [];
  const found = findRows(table, verdict.reach, scope);
  if (found === null) return [];

  const common = { table, category: scope.map[table.key]?.category ?? "", found };
  if (verdict.act === "erase") return [{ ...common, action: "erase" }];

  const blanks = blanksOn(table, scope.map, scope.subject.kind);
  if (verdict.act === "retain") {
    return [{ ...common, action: "retain", blanks, retention: verdict.retention }];
  }
  if (blanks.size === 0) {
    throw new PlanError(
      "nothing_blanked",
      table.name,
      `The map blanks rows of "${table.name}" for a ${scope.subject.kind} but names no column to blank.`,
    );
  }
  return [{ ...common, action: "blank", blanks }];
}

function blanksOn(
  table: TableInfo,
  map: AnyErasureMap,
  subjectKind: string,
): ReadonlyMap<string, BlankValue> {
  const blanks = new Map<string, BlankValue>();
  for (const [column, verdict] of Object.entries(map[table.key]?.columns ?? {})) {
    const value = verdict.blank[subjectKind];
    if (value !== undefined) blanks.set(column, value);
  }
  return blanks;
}

/** A row that stays must not refer to a row that goes. */
function refuseDanglingReferences(
  tables: ReadonlyMap<string, TableInfo>,
  steps: readonly PlanStep[],
  subject: Subject,
): void {
  const stepOf = new Map(steps.map((step) => [step.table.key, step]));
  for (const table of tables.values()) {
    for (const foreignKey of table.foreignKeys) {
      if (stepOf.get(foreignKey.parent)?.action !== "erase") continue;
      const step = stepOf.get(table.key);
      const isCovered =
        step?.action === "erase" ||
        (step !== undefined && foreignKey.pairs.some(({ column }) => step.blanks.has(column)));
      if (isCovered) continue;
      throw new PlanError(
        "unreachable_table",
        table.name,
        `Rows of "${table.name}" refer to "${foreignKey.parent}" (${foreignKey.name}), which is erased for a ${subject.kind}. Erase them too, or blank the reference.`,
      );
    }
  }
}
