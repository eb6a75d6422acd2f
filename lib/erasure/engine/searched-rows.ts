import { type SQL, sql } from "drizzle-orm";
import type { Reach, RowVerdict, Subject, TableEntry } from "./map";
import { columnOf, type TableInfo } from "./tables";

/** The keys that are known of a subject, and of those above it. */
export type Keys = Subject["keys"];

/**
 * The rows of a table that are searched for a subject: all but those that are another's.
 *
 * A row is somebody's when the map erases or retains it by keys, for whatever kind of subject, and
 * all of those columns are filled. It is another's when they name another; that is told only for
 * kinds whose keys are known. So a workspace's verification reads no other workspace's rows, a
 * contact's reads what stays of its own workspace but no other contact's record, and a table that
 * names nobody is read whole. Blanked rows are nobody's by that: the map says they are somebody
 * else's, not whose.
 *
 * @returns null when no row is left to search: all that are not another's are erased, and looked
 *   for as rows.
 */
export function searchedRows(
  table: TableInfo,
  entry: TableEntry,
  { kind, keys }: Subject,
  above: Keys = {},
): SQL | null {
  const known = { ...above, ...keys };
  const conditions: SQL[] = [];
  for (const [owner, verdict] of Object.entries(entry.rows)) {
    const ways = ownersKeys(verdict).filter((way) =>
      Object.values(way).every((key) => known[key] !== undefined),
    );
    if (ways.length === 0) continue;
    const isEveryRowOwned = ways.some((way) => openColumns(table, way).length === 0);
    if (isEveryRowOwned && owner === kind && verdict.act === "erase") return null;
    const own = ways.map((way) => isOwn(table, way, known));
    const nobodys = ways.map((way) => isUnfilled(table, way));
    conditions.push(
      sql`(${sql.join(isEveryRowOwned ? own : [...own, sql`(${sql.join(nobodys, sql` and `)})`], sql` or `)})`,
    );
  }
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

type Way = Readonly<Record<string, string>>;

/** The ways in which a row names its owner itself, without looking at another table. */
function ownersKeys(verdict: RowVerdict): Way[] {
  return verdict.act === "erase" || verdict.act === "retain" ? waysOf(verdict.reach) : [];
}

function waysOf(reach: Reach): Way[] {
  if (reach.by === "any") return reach.of.flatMap(waysOf);
  if (reach.by !== "keys" || reach.among !== undefined) return [];
  return [
    Object.fromEntries(
      Object.entries(reach.keys).flatMap(([column, key]) =>
        key === undefined ? [] : [[column, key]],
      ),
    ),
  ];
}

function openColumns(table: TableInfo, way: Way): string[] {
  return Object.keys(way).filter(
    (column) => !columnOf(table, column).notNull && !table.primaryKey.includes(column),
  );
}

function isOwn(table: TableInfo, way: Way, known: Keys): SQL {
  const each = Object.entries(way).map(([key, name]) => {
    const column = columnOf(table, key);
    const values = [known[name] ?? []].flat().map((value) => sql.param(value, column));
    if (values.length === 0) return sql`false`;
    const [only, ...more] = values;
    return more.length === 0
      ? sql`${column} = ${only}`
      : sql`${column} in (${sql.join(values, sql`, `)})`;
  });
  return sql.join(each, sql` and `);
}

/** An unfilled column makes a row nobody's. */
function isUnfilled(table: TableInfo, way: Way): SQL {
  const each = openColumns(table, way).map((key) => sql`${columnOf(table, key)} is null`);
  return sql`(${sql.join(each, sql` or `)})`;
}
