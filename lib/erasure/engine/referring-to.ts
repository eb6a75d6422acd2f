import { and, type SQL, sql } from "drizzle-orm";
import { equalities, type Found } from "./found";
import { columnOf, type ForeignKeyInfo, type TableInfo } from "./tables";

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
  // What the parent fixes, but the reference does not carry, is all there is to find it by.
  if (open.length === 0 && found.isExact && isCarried(found, foreignKey)) {
    const predicate = equalities(table, fixed);
    return { predicate, holds: predicate, fixed, keyed, isExact: true, isByKeys: true };
  }

  const pairs = open.length === 0 ? foreignKey.pairs : open;
  const here = sql.join(
    pairs.map((pair) => columnOf(table, pair.column)),
    sql`, `,
  );
  const there = sql.join(
    pairs.map((pair) => columnOf(parent, pair.parentColumn)),
    sql`, `,
  );
  const inner = sql`(${here}) in (select ${there} from ${parent.table} where ${found.predicate})`;
  const predicate = and(equalities(table, fixed), inner) ?? inner;
  const holds = refersToOne(table, parent, foreignKey, found);
  return {
    predicate,
    // A table's reference to itself would be taken for the inner row's own.
    holds: table === parent ? predicate : (and(equalities(table, fixed), holds) ?? holds),
    fixed,
    keyed,
    isExact: false,
    isByKeys: false,
  };
}

function refersToOne(
  table: TableInfo,
  parent: TableInfo,
  { pairs }: ForeignKeyInfo,
  { holds }: Found,
): SQL {
  const isIt = pairs.map(
    ({ column, parentColumn }) =>
      sql`${columnOf(parent, parentColumn)} = ${columnOf(table, column)}`,
  );
  return sql`exists (select from ${parent.table} where ${sql.join([...isIt, holds], sql` and `)})`;
}

function isCarried({ fixed }: Found, { pairs }: ForeignKeyInfo): boolean {
  return [...fixed.keys()].every((column) =>
    pairs.some(({ parentColumn }) => parentColumn === column),
  );
}
