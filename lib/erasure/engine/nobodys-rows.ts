import { type SQL, sql } from "drizzle-orm";
import type { Reach } from "./map";
import type { Plan } from "./plan";
import { columnOf, type ForeignKeyInfo, type TableInfo } from "./tables";

/**
 * The rows that a reach can give to no subject of its kind, since they name none: by an unfilled
 * column, or by a parent row that names none itself.
 *
 * @returns `none` where every row is somebody's, `unknown` where the reach does not tell.
 */
export function nobodysRows(table: TableInfo, reach: Reach, plan: Plan): SQL | "none" | "unknown" {
  switch (reach.by) {
    case "keys":
      return reach.among === undefined ? byKeys(table, Object.keys(reach.keys)) : "unknown";
    case "parent":
      return byParent(table, reach.table, plan);
    case "any":
      return byAll(reach.of.map((one) => nobodysRows(table, one, plan)));
    default:
      return "unknown";
  }
}

/** Nobody's by every way that tells; one by which every row is somebody's settles it. */
function byAll(ways: readonly (SQL | "none" | "unknown")[]): SQL | "none" | "unknown" {
  if (ways.includes("none")) return "none";
  const told = ways.filter((way) => typeof way !== "string");
  return told.length === 0 ? "unknown" : sql`(${sql.join(told, sql` and `)})`;
}

function byKeys(table: TableInfo, columns: readonly string[]): SQL | "none" {
  const open = columns.filter((column) => mayBeEmpty(table, column));
  return open.length === 0 ? "none" : sql`(${anyIsNull(table, open)})`;
}

function byParent(table: TableInfo, parentKey: string, plan: Plan): SQL | "none" | "unknown" {
  const parent = plan.tables.get(parentKey);
  const verdict = plan.map[parentKey]?.rows[plan.subject.kind];
  if (parent === undefined || verdict?.act !== "erase") return "unknown";
  const ofParent = nobodysRows(parent, verdict.reach, plan);
  if (ofParent === "unknown") return "unknown";
  return byAll(
    table.foreignKeys
      .filter((foreignKey) => foreignKey.parent === parentKey)
      .map((foreignKey) => byForeignKey(table, parent, foreignKey, ofParent)),
  );
}

function byForeignKey(
  table: TableInfo,
  parent: TableInfo,
  { pairs }: ForeignKeyInfo,
  ofParent: SQL | "none",
): SQL | "none" {
  const open = pairs.map(({ column }) => column).filter((column) => mayBeEmpty(table, column));
  const empty = open.length === 0 ? [] : [anyIsNull(table, open)];
  const list = (columns: SQL[]) => sql.join(columns, sql`, `);
  const led =
    ofParent === "none"
      ? []
      : [
          sql`(${list(pairs.map(({ column }) => sql`${columnOf(table, column)}`))}) in (select ${list(
            pairs.map(({ parentColumn }) => sql`${columnOf(parent, parentColumn)}`),
          )} from ${parent.table} where ${ofParent})`,
        ];
  const ways = [...empty, ...led];
  return ways.length === 0 ? "none" : sql`(${sql.join(ways, sql` or `)})`;
}

function mayBeEmpty(table: TableInfo, column: string): boolean {
  return !columnOf(table, column).notNull && !table.primaryKey.includes(column);
}

function anyIsNull(table: TableInfo, columns: readonly string[]): SQL {
  return sql.join(
    columns.map((column) => sql`${columnOf(table, column)} is null`),
    sql` or `,
  );
}
