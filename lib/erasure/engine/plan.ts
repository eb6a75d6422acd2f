import { PlanError } from "./errors";
import { isMoment } from "./is-moment";
import type { AnyErasureMap, BlankValue, RowVerdict, Subject } from "./map";
import { childrenFirst } from "./order";
import { coversReferences, type Found, findRows, referringTo } from "./reach";
import { type ForeignKeyInfo, readTables, type TableInfo } from "./tables";

/** What one table needs: its rows erased, or kept with these columns blanked. */
export type PlanStep = {
  /** Unlike any other step's of the plan: the table's, and the foreign key's where one is detached. */
  name: string;
  table: TableInfo;
  category: string;
  found: Found;
} & (
  | { action: "erase" }
  /** Takes the references of a table to itself away first, so that its rows can go in any order. */
  | { action: "detach"; blanks: Blanks }
  | { action: "blank"; blanks: Blanks }
  | { action: "retain"; blanks: Blanks; retention: string }
);

/** Column keys, and what each is set to. */
export type Blanks = ReadonlyMap<string, BlankValue>;

/**
 * The whole erasure of one subject, in the order in which it is safe: children before parents; and
 * what it was made from, by which verification tells whose the other rows are.
 */
export type Plan = {
  subject: Subject;
  steps: readonly PlanStep[];
  tables: ReadonlyMap<string, TableInfo>;
  map: AnyErasureMap;
};

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
  refuseDanglingReferences(tables, steps, { map, subject });
  return { subject, steps, tables, map };
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

  const category = scope.map[table.key]?.category ?? "";
  const common = { name: table.name, table, category, found };
  if (verdict.act === "erase") {
    return [...detachSteps(common, scope), { ...common, action: "erase" }];
  }
  const blanks = blanksOn(table, scope.map, scope.subject.kind);
  const isBlanked = [...blanks.values()].some((value) => !isMoment(value));
  if (!isBlanked && (verdict.act === "blank" || blanks.size > 0)) {
    throw new PlanError(
      "nothing_blanked",
      table.name,
      `The map blanks rows of "${table.name}" for a ${scope.subject.kind} but names no column to blank; a moment alone cannot tell what is done.`,
    );
  }
  if (verdict.act === "retain") {
    return [{ ...common, action: "retain", blanks, retention: verdict.retention }];
  }
  return [{ ...common, action: "blank", blanks }];
}

function detachSteps(
  common: { name: string; table: TableInfo; category: string; found: Found },
  { map, subject }: { map: AnyErasureMap; subject: Subject },
): PlanStep[] {
  const { table, found } = common;
  return table.foreignKeys
    .filter((foreignKey) => foreignKey.parent === table.key)
    .map((foreignKey) => {
      const nullable = foreignKey.pairs
        .map(({ column }) => column)
        .filter((column) => !table.columns[column]?.notNull && !table.primaryKey.includes(column));
      if (nullable.length === 0) {
        throw new PlanError(
          "circular_reference",
          table.name,
          `Table "${table.name}" refers to itself (${foreignKey.name}) by columns that cannot be null. Let one of them be null, or drop the foreign key.`,
        );
      }
      refuseStrangers(table, foreignKey, found, { map, subject });
      return {
        ...common,
        name: `${table.name} (${foreignKey.name})`,
        action: "detach" as const,
        found: referringTo(table, table, foreignKey, found),
        blanks: new Map(nullable.map((column) => [column, null])),
      };
    });
}

/** Somebody else's row may lose its reference to a row that goes only where the map says so. */
function refuseStrangers(
  table: TableInfo,
  foreignKey: ForeignKeyInfo,
  found: Found,
  { map, subject }: { map: AnyErasureMap; subject: Subject },
): void {
  const verdict = map[table.key]?.rows[subject.kind];
  const isOwn = verdict?.act === "erase" && coversReferences(verdict.reach, foreignKey, found);
  const isBlanked = foreignKey.pairs.some(
    ({ column }) => map[table.key]?.columns[column]?.blank[subject.kind] !== undefined,
  );
  if (isOwn || isBlanked) return;
  throw new PlanError(
    "unreachable_table",
    table.name,
    `Rows of others in "${table.name}" may refer to rows erased for a ${subject.kind} (${foreignKey.name}). Blank that column for a ${subject.kind} in the map.`,
  );
}

function blanksOn(table: TableInfo, map: AnyErasureMap, subjectKind: string): Blanks {
  const blanks = new Map<string, BlankValue>();
  for (const [column, verdict] of Object.entries(map[table.key]?.columns ?? {})) {
    const value = verdict.blank[subjectKind];
    if (value !== undefined) blanks.set(column, value);
  }
  return blanks;
}

/** No row that stays may refer to a row that goes, by any foreign key. */
function refuseDanglingReferences(
  tables: ReadonlyMap<string, TableInfo>,
  steps: readonly PlanStep[],
  { map, subject }: { map: AnyErasureMap; subject: Subject },
): void {
  const stepOf = new Map(
    steps.filter(({ action }) => action !== "detach").map((step) => [step.table.key, step]),
  );
  for (const table of tables.values()) {
    for (const foreignKey of table.foreignKeys) {
      const parent = stepOf.get(foreignKey.parent);
      if (parent?.action !== "erase" || foreignKey.parent === table.key) continue;
      const step = stepOf.get(table.key);
      const verdict = map[table.key]?.rows[subject.kind];
      const isReached =
        verdict !== undefined &&
        verdict.act !== "not_about" &&
        coversReferences(verdict.reach, foreignKey, parent.found);
      const isReleased =
        step?.action === "erase" ||
        (step !== undefined && foreignKey.pairs.some(({ column }) => step.blanks.has(column)));
      if (isReached && isReleased) continue;
      throw new PlanError(
        "unreachable_table",
        table.name,
        `Rows of "${table.name}" may refer to rows of "${foreignKey.parent}" (${foreignKey.name}) that are erased for a ${subject.kind}. Erase them too, through "${foreignKey.parent}", or blank the reference.`,
      );
    }
  }
}
