import type { Blanks } from "./blanked-value";
import { blanksOn } from "./blanks-on";
import { coversReferences } from "./covers-references";
import { PlanError } from "./errors";
import { type Found, union } from "./found";
import { isMoment } from "./is-moment";
import type { AnyErasureMap, RowVerdict, Subject } from "./map";
import { childrenFirst } from "./order";
import { type Way, waysOf } from "./reach";
import { referringTo } from "./referring-to";
import { type ForeignKeyInfo, readTables, type TableInfo } from "./tables";

/** What one table needs: its rows erased, or kept with these columns blanked. */
export type PlanStep = {
  /** Unlike any other step's of the plan: the table's, and the foreign key's where one is detached. */
  name: string;
  table: TableInfo;
  category: string;
  found: Found;
  /** Rows of the subject are left out for now: at its end the step has something left to do. */
  leavesRows?: true;
} & (
  | { action: "erase" }
  /** Takes the references of a table to itself away first, so that its rows can go in any order. */
  | { action: "detach"; blanks: Blanks }
  | { action: "blank"; blanks: Blanks }
  | { action: "retain"; blanks: Blanks; retention: string }
);

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
  const ways = new Map<string, readonly Way[]>();
  const steps = childrenFirst(concerned, tables).flatMap((key) => {
    const table = tables.get(key);
    const verdict = verdicts.get(key);
    if (table === undefined || verdict === undefined || verdict.act === "not_about") return [];
    const found = waysOf(table, verdict.reach, { tables, map, subject });
    ways.set(key, found);
    return stepsFor(table, verdict, found, { map, subject });
  });
  refuseDanglingReferences(tables, steps, ways, subject);
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

type Scope = { map: AnyErasureMap; subject: Subject };

function stepsFor(
  table: TableInfo,
  verdict: Exclude<RowVerdict, { act: "not_about" }>,
  ways: readonly Way[],
  scope: Scope,
): PlanStep[] {
  if (ways.length === 0) return [];
  const found = union(
    table,
    ways.map((way) => way.found),
  );
  const category = scope.map[table.key]?.category ?? "";
  const common = { name: table.name, table, category, found };
  if (verdict.act === "erase") {
    return [...detachSteps(common, ways, scope), { ...common, action: "erase" }];
  }
  const blanks = blanksOn(table, ways, scope);
  const isBlanked = [...blanks.values()].some(({ to }) => !isMoment(to));
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
  ways: readonly Way[],
  scope: Scope,
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
      refuseStrangers(common, foreignKey, ways, scope);
      return {
        ...common,
        name: `${table.name} (${foreignKey.name})`,
        action: "detach" as const,
        found: referringTo(table, table, foreignKey, found),
        blanks: new Map(nullable.map((column) => [column, { to: null, where: null }])),
      };
    });
}

/** Somebody else's row may lose its reference to a row that goes only where the map says so. */
function refuseStrangers(
  { table, found }: { table: TableInfo; found: Found },
  foreignKey: ForeignKeyInfo,
  ways: readonly Way[],
  { map, subject }: Scope,
): void {
  const isOwn = ways.some((way) => coversReferences(way, foreignKey, found));
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

/** No row that stays may refer to a row that goes, by any foreign key. */
function refuseDanglingReferences(
  tables: ReadonlyMap<string, TableInfo>,
  steps: readonly PlanStep[],
  ways: ReadonlyMap<string, readonly Way[]>,
  subject: Subject,
): void {
  const stepOf = new Map(
    steps.filter(({ action }) => action !== "detach").map((step) => [step.table.key, step]),
  );
  for (const table of tables.values()) {
    for (const foreignKey of table.foreignKeys) {
      const parent = stepOf.get(foreignKey.parent);
      if (parent?.action !== "erase" || foreignKey.parent === table.key) continue;
      const step = stepOf.get(table.key);
      const isReleased = (ways.get(table.key) ?? []).some(
        (way) =>
          coversReferences(way, foreignKey, parent.found) &&
          (step?.action === "erase" || releases(step, way, foreignKey)),
      );
      if (isReleased) continue;
      throw new PlanError(
        "unreachable_table",
        table.name,
        `Rows of "${table.name}" may refer to rows of "${foreignKey.parent}" (${foreignKey.name}) that are erased for a ${subject.kind}. Erase them too, through "${foreignKey.parent}", or blank the reference.`,
      );
    }
  }
}

/** Whether every row found in this way lets go of the reference. */
function releases(step: PlanStep | undefined, way: Way, foreignKey: ForeignKeyInfo): boolean {
  if (step === undefined || step.action === "erase") return false;
  return foreignKey.pairs.some(({ column }) => {
    const blanking = step.blanks.get(column);
    return blanking?.to === null && (blanking.where === null || way.columns.includes(column));
  });
}
