import { and, or, type SQL, sql } from "drizzle-orm";
import { columnOf, type TableInfo } from "./tables";

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

/** Rows that any of several ways finds. */
export function union(table: TableInfo, found: readonly Found[]): Found {
  const [first, ...rest] = found;
  if (first === undefined) return nothing;
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

export function equalities(table: TableInfo, fixed: ReadonlyMap<string, string>): SQL {
  const each = [...fixed].map(
    ([column, value]) =>
      sql`${columnOf(table, column)} = ${sql.param(value, columnOf(table, column))}`,
  );
  return each.length === 0 ? sql`true` : sql.join(each, sql` and `);
}

export function isOneOf(table: TableInfo, key: string, values: readonly string[]): SQL {
  const column = columnOf(table, key);
  const list = values.map((value) => sql.param(value, column));
  return list.length === 0 ? sql`false` : sql`${column} in (${sql.join(list, sql`, `)})`;
}

const nothing: Found = {
  predicate: sql`false`,
  fixed: new Map(),
  keyed: new Map(),
  isExact: false,
  isByKeys: true,
};
