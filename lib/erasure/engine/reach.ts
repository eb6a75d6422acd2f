import { sql } from "drizzle-orm";
import { PlanError } from "./errors";
import { equalities, type Found, union } from "./found";
import { isAmong, isOneOf } from "./is-one-of";
import type { AnyErasureMap, Reach, Subject } from "./map";
import { referringTo } from "./referring-to";
import { sqlType } from "./sql-type";
import { columnOf, type ForeignKeyInfo, type TableInfo } from "./tables";

/** One of the ways by which a subject's rows of a table are found. */
export type Way = {
  found: Found;
  /** The columns that say so: those compared with keys, or those of the foreign key. */
  columns: readonly string[];
  /** Null where it asks no foreign key but the subject's keys alone. */
  foreignKey: ForeignKeyInfo | null;
  /** Whether a row can be found by something else than all of these columns. */
  isLimited: boolean;
};

type Scope = {
  tables: ReadonlyMap<string, TableInfo>;
  map: AnyErasureMap;
  subject: Subject;
};

/**
 * Resolves a reach to SQL.
 *
 * @returns null for a reach that finds nothing by design.
 * @throws PlanError when it names a key, column or table that is not there.
 */
export function findRows(table: TableInfo, reach: Reach, scope: Scope): Found | null {
  if (reach.by === "unreachable") return null;
  return union(
    table,
    waysOf(table, reach, scope).map(({ found }) => found),
  );
}

/** The ways that a reach is made of, each resolved to SQL; a foreign key is a way of its own. */
export function waysOf(table: TableInfo, reach: Reach, scope: Scope): Way[] {
  switch (reach.by) {
    case "unreachable":
      return [];
    case "keys":
      return [byKeys(table, reach, scope.subject)];
    case "element":
      return [byElement(table, reach, scope.subject)];
    case "parent":
      return byParent(table, reach.table, scope);
    case "any":
      return reach.of.flatMap((one) => waysOf(table, one, scope));
  }
}

function byKeys(
  table: TableInfo,
  { keys, among = {} }: Extract<Reach, { by: "keys" }>,
  subject: Subject,
): Way {
  const fixed = new Map<string, string>();
  const keyed = new Map<string, string>();
  const lists: { column: string; values: readonly string[] }[] = [];
  for (const [column, key = ""] of Object.entries(keys)) {
    const value = subjectKey(table, key, subject);
    keyed.set(column, key);
    if (typeof value === "string") fixed.set(column, value);
    else lists.push({ column, values: value });
  }
  for (const [column, values = []] of Object.entries(among)) lists.push({ column, values });
  const where = (isIn: typeof isOneOf) =>
    sql.join(
      [
        equalities(table, fixed),
        ...lists.map(({ column, values }) => isIn(columnOf(table, column), values)),
      ],
      sql` and `,
    );
  return {
    found: {
      predicate: where(isOneOf),
      holds: where(isAmong),
      fixed,
      keyed,
      isExact: lists.length === 0,
      isByKeys: true,
    },
    columns: Object.keys(keys),
    foreignKey: null,
    isLimited: Object.keys(among).length > 0,
  };
}

function byElement(
  table: TableInfo,
  { column, key }: Extract<Reach, { by: "element" }>,
  subject: Subject,
): Way {
  const here = columnOf(table, column);
  const keys = [subjectKey(table, key, subject)].flat();
  const isJson = /^jsonb?$/.test(here.getSQLType());
  const each = keys.map((one) =>
    isJson
      ? sql`${here} @> ${JSON.stringify([one])}::jsonb`
      : sql`${here} @> array[${one}]::${sqlType(here)}`,
  );
  const predicate = each.length === 0 ? sql`false` : sql`(${sql.join(each, sql` or `)})`;
  return {
    found: {
      predicate,
      holds: predicate,
      fixed: new Map(),
      keyed: new Map(),
      isExact: false,
      isByKeys: true,
    },
    columns: [column],
    foreignKey: null,
    isLimited: true,
  };
}

function byParent(table: TableInfo, parentKey: string, scope: Scope): Way[] {
  const parent = scope.tables.get(parentKey);
  const foreignKeys = table.foreignKeys.filter((candidate) => candidate.parent === parentKey);
  const verdict = scope.map[parentKey]?.rows[scope.subject.kind];
  if (parentKey === table.key) {
    throw new PlanError(
      "circular_reference",
      table.name,
      `The map reaches "${table.name}" through itself. Say how its rows are found without it.`,
    );
  }
  if (parent === undefined || foreignKeys.length === 0) {
    throw new PlanError(
      "no_foreign_key",
      table.name,
      `The map reaches "${table.name}" through "${parentKey}", but no foreign key leads there.`,
    );
  }
  if (verdict === undefined || verdict.act === "not_about") {
    throw new PlanError(
      "unreachable_table",
      table.name,
      `The map reaches "${table.name}" through "${parentKey}", which is not about a ${scope.subject.kind}.`,
    );
  }
  const found = findRows(parent, verdict.reach, scope);
  if (found === null) return [];
  return foreignKeys.map((foreignKey) => ({
    found: referringTo(table, parent, foreignKey, found),
    columns: foreignKey.pairs.map(({ column }) => column),
    foreignKey,
    isLimited: false,
  }));
}

function subjectKey(table: TableInfo, key: string, subject: Subject): string | readonly string[] {
  const value = subject.keys[key];
  if (value !== undefined) return value;
  throw new PlanError(
    "missing_subject_key",
    table.name,
    `The map finds rows of "${table.name}" by "${key}", which a ${subject.kind} does not have.`,
  );
}
