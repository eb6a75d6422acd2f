import { and, or, type SQL, sql } from "drizzle-orm";
import { columnOf, type TableInfo } from "./tables";

/**
 * How a subject's rows of a table are found in SQL.
 *
 * `fixed` are the columns known to equal a value, for every row found; they are repeated in inner
 * queries, so that a database spread over many servers can send each statement to one of them.
 */
export type Found = {
  /** Finds the rows, all of them, by an index where there is one. */
  predicate: SQL;
  /** The same, asked of rows that are known by their key: looks at what each refers to, and no more. */
  holds: SQL;
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
  const predicate = found.every(({ isByKeys }) => isByKeys)
    ? (or(...found.map((one) => one.predicate)) ?? first.predicate)
    : byAnyWay(table, found);
  const holds = or(...found.map((one) => one.holds)) ?? first.holds;
  return {
    predicate: and(equalities(table, fixed), predicate) ?? predicate,
    holds: and(equalities(table, fixed), holds) ?? holds,
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

/**
 * Each way by itself, since each has an index of its own: with an `or` between them, of which one
 * looks into another table, the server would read the whole table.
 */
function byAnyWay(table: TableInfo, found: readonly Found[]): SQL {
  const keys = sql.join(
    table.primaryKey.map((key) => columnOf(table, key)),
    sql`, `,
  );
  const each = found.map(
    ({ predicate }) => sql`select ${keys} from ${table.table} where ${predicate}`,
  );
  return sql`(${keys}) in (${sql.join(each, sql` union `)})`;
}

export function equalities(table: TableInfo, fixed: ReadonlyMap<string, string>): SQL {
  const each = [...fixed].map(
    ([column, value]) =>
      sql`${columnOf(table, column)} = ${sql.param(value, columnOf(table, column))}`,
  );
  return each.length === 0 ? sql`true` : sql.join(each, sql` and `);
}

const nothing: Found = {
  predicate: sql`false`,
  holds: sql`false`,
  fixed: new Map(),
  keyed: new Map(),
  isExact: false,
  isByKeys: true,
};
