import { type SQL, sql } from "drizzle-orm";
import { isAmong } from "./is-one-of";
import type { Reach, RowVerdict, Subject } from "./map";
import { nobodysRows } from "./nobodys-rows";
import type { Plan } from "./plan";
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
 * What the map erases for the subject's own kind is looked for as rows, so that only nobody's are
 * searched there; and what is erased with a parent row is whose that is.
 *
 * @returns null when no row is left to search.
 */
export function searchedRows(table: TableInfo, plan: Plan, above: Keys = {}): SQL | null {
  const { kind, keys } = plan.subject;
  const known = { ...above, ...keys };
  const conditions: SQL[] = [];
  for (const [owner, verdict] of Object.entries(plan.map[table.key]?.rows ?? {})) {
    if (owner === kind && verdict.act === "erase") {
      const nobodys = nobodysRows(table, verdict.reach, plan);
      if (nobodys === "none") return null;
      if (nobodys !== "unknown") conditions.push(nobodys);
      continue;
    }
    const ways = ownersKeys(verdict).filter((way) =>
      Object.values(way).every((key) => known[key] !== undefined),
    );
    if (ways.length === 0) continue;
    const isEveryRowOwned = ways.some((way) => openColumns(table, way).length === 0);
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

/** Columns that may be empty, of those that would name the owner. */
function openColumns(table: TableInfo, way: Way): string[] {
  return Object.keys(way).filter(
    (column) => !columnOf(table, column).notNull && !table.primaryKey.includes(column),
  );
}

function isOwn(table: TableInfo, way: Way, known: Keys): SQL {
  const each = Object.entries(way).map(([key, name]) => {
    const values = [known[name] ?? []].flat();
    const [only, ...more] = values;
    return more.length === 0 && only !== undefined
      ? sql`${columnOf(table, key)} = ${sql.param(only, columnOf(table, key))}`
      : isAmong(columnOf(table, key), values);
  });
  return sql.join(each, sql` and `);
}

/** An unfilled column makes a row nobody's. */
function isUnfilled(table: TableInfo, way: Way): SQL {
  const each = openColumns(table, way).map((key) => sql`${columnOf(table, key)} is null`);
  return sql`(${sql.join(each, sql` or `)})`;
}
