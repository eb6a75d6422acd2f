import { and, or, type SQL, sql } from "drizzle-orm";
import { PlanError } from "./errors";
import type { AnyErasureMap, Reach, Subject } from "./map";
import type { ForeignKeyInfo, TableInfo } from "./tables";

/**
 * How a subject's rows of a table are found in SQL.
 *
 * `fixed` are the columns known to equal a value, for every row found; they are repeated in inner
 * queries, so that a database spread over many servers can send each statement to one of them.
 */
export type Found = {
  predicate: SQL;
  fixed: ReadonlyMap<string, string>;
  /** The columns compared with the subject's keys, and the key's name; one key or a list of them. */
  keyed: ReadonlyMap<string, string>;
  /** Whether `fixed` is all there is to the predicate. */
  isExact: boolean;
  /** Whether the rows are found without looking at any other table. */
  isByKeys: boolean;
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
  switch (reach.by) {
    case "unreachable":
      return null;
    case "keys":
      return byKeys(table, reach, scope.subject);
    case "parent":
      return byParent(table, reach.table, scope);
    case "any":
      return byAny(table, reach.of, scope);
  }
}

function byKeys(
  table: TableInfo,
  { keys, among = {} }: Extract<Reach, { by: "keys" }>,
  subject: Subject,
): Found {
  const fixed = new Map<string, string>();
  const keyed = new Map<string, string>();
  const lists: SQL[] = [];
  for (const [column, key = ""] of Object.entries(keys)) {
    const value = subject.keys[key];
    if (value === undefined) {
      throw new PlanError(
        "missing_subject_key",
        table.name,
        `The map finds rows of "${table.name}" by "${key}", which a ${subject.kind} does not have.`,
      );
    }
    keyed.set(column, key);
    if (typeof value === "string") fixed.set(column, value);
    else lists.push(isOneOf(table, column, value));
  }
  for (const [column, values = []] of Object.entries(among)) {
    lists.push(isOneOf(table, column, values));
  }
  const predicate = sql.join([equalities(table, fixed), ...lists], sql` and `);
  return { predicate, fixed, keyed, isExact: lists.length === 0, isByKeys: true };
}

function isOneOf(table: TableInfo, key: string, values: readonly string[]): SQL {
  const column = columnOf(table, key);
  const list = values.map((value) => sql.param(value, column));
  return list.length === 0 ? sql`false` : sql`${column} in (${sql.join(list, sql`, `)})`;
}

function byParent(table: TableInfo, parentKey: string, scope: Scope): Found {
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
  if (found === null) return nothing();
  return union(
    table,
    foreignKeys.map((foreignKey) => referringTo(table, parent, foreignKey, found)),
  );
}

/**
 * The rows of `table` that refer, by one foreign key, to rows found in `parent`.
 *
 * Columns the parent fixes are compared directly; the rest goes into one inner query.
 */
export function referringTo(
  table: TableInfo,
  parent: TableInfo,
  foreignKey: ForeignKeyInfo,
  found: Found,
): Found {
  const fixed = new Map<string, string>();
  const keyed = new Map<string, string>();
  const open: { column: string; parentColumn: string }[] = [];
  for (const pair of foreignKey.pairs) {
    const value = found.fixed.get(pair.parentColumn);
    if (value === undefined) open.push(pair);
    else fixed.set(pair.column, value);
    const key = found.keyed.get(pair.parentColumn);
    if (key !== undefined) keyed.set(pair.column, key);
  }
  if (open.length === 0) {
    return { predicate: equalities(table, fixed), fixed, keyed, isExact: true, isByKeys: true };
  }

  const here = sql.join(
    open.map((pair) => columnOf(table, pair.column)),
    sql`, `,
  );
  const there = sql.join(
    open.map((pair) => columnOf(parent, pair.parentColumn)),
    sql`, `,
  );
  const inner = sql`(${here}) in (select ${there} from ${parent.table} where ${found.predicate})`;
  const predicate = and(equalities(table, fixed), inner) ?? inner;
  return { predicate, fixed, keyed, isExact: false, isByKeys: false };
}

function byAny(table: TableInfo, reaches: readonly Reach[], scope: Scope): Found {
  return union(
    table,
    reaches.flatMap((reach) => findRows(table, reach, scope) ?? []),
  );
}

function union(table: TableInfo, found: readonly Found[]): Found {
  const [first, ...rest] = found;
  if (first === undefined) return nothing();
  if (rest.length === 0) return first;
  const fixed = new Map(
    [...first.fixed].filter(([column, value]) =>
      rest.every((other) => other.fixed.get(column) === value),
    ),
  );
  const predicate = or(...found.map((one) => one.predicate)) ?? first.predicate;
  return {
    predicate: and(equalities(table, fixed), predicate) ?? predicate,
    fixed,
    keyed: new Map(
      [...first.keyed].filter(([column, key]) =>
        rest.every((other) => other.keyed.get(column) === key),
      ),
    ),
    isExact: false,
    isByKeys: found.every((one) => one.isByKeys),
  };
}

function equalities(table: TableInfo, fixed: ReadonlyMap<string, string>): SQL {
  const each = [...fixed].map(
    ([column, value]) =>
      sql`${columnOf(table, column)} = ${sql.param(value, columnOf(table, column))}`,
  );
  return each.length === 0 ? sql`true` : sql.join(each, sql` and `);
}

function nothing(): Found {
  return {
    predicate: sql`false`,
    fixed: new Map(),
    keyed: new Map(),
    isExact: false,
    isByKeys: true,
  };
}

/** @throws PlanError `unknown_column` when the map names one that the table lacks. */
export function columnOf(table: TableInfo, key: string) {
  const column = table.columns[key];
  if (column === undefined) {
    throw new PlanError(
      "unknown_column",
      table.name,
      `The map names a column "${key}" that "${table.name}" does not have. Remove it from the map.`,
    );
  }
  return column;
}

/**
 * Whether every row that refers, by this foreign key, to rows found in the parent is itself within
 * a reach: nothing outside it can point at what goes.
 */
export function coversReferences(reach: Reach, foreignKey: ForeignKeyInfo, parent: Found): boolean {
  switch (reach.by) {
    case "unreachable":
      return false;
    case "parent":
      return reach.table === foreignKey.parent;
    case "any":
      return reach.of.some((one) => coversReferences(one, foreignKey, parent));
    case "keys":
      if (reach.among !== undefined) return false;
      return Object.entries(reach.keys).every(([column, key]) =>
        foreignKey.pairs.some(
          (pair) =>
            pair.column === column &&
            key !== undefined &&
            parent.keyed.get(pair.parentColumn) === key,
        ),
      );
  }
}
