import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { isMoment } from "./is-moment";
import { withoutPaths } from "./json-paths";
import type { BlankValue } from "./map";
import { sqlType } from "./sql-type";

/** A blank value for a certain subject: its keys stand where the map names them. */
export type Blank = Exclude<BlankValue, { without: string }> | { without: readonly string[] };

/** What one column is set to, and in which of the rows found: null where it is in all of them. */
export type Blanking = { to: Blank; where: SQL | null };

/** By column key. */
export type Blanks = ReadonlyMap<string, Blanking>;

/** What a blanked column is to hold; a moment is a parameter, never the server's clock. */
export function blankedValue(column: PgColumn, to: Blank, now: Date): SQL {
  // As text, because a schema may have its moments as text or as dates.
  return isMoment(to) ? sql`${now.toISOString()}::${sqlType(column)}` : settledValue(column, to);
}

/** True of a row whose column is not blank yet; null of a moment, which does not tell. */
export function isNotBlank(column: PgColumn, to: Blank): SQL | null {
  if (isMoment(to)) return null;
  if (to === null) return sql`${column} is not null`;
  // Plain JSON has no equality.
  const isJson = column.getSQLType() === "json";
  const [is, next] = [sql`${column}`, settledValue(column, to)].map((value) =>
    isJson ? sql`(${value})::jsonb` : value,
  );
  return sql`${is} is distinct from ${next}`;
}

function settledValue(column: PgColumn, to: Exclude<Blank, { at_purge: true }>): SQL {
  if (to === null || typeof to !== "object") return sql`${sql.param(to, column)}`;
  const type = sqlType(column);
  if ("empty" in to) {
    const empty = to.empty === "list" && isJson(column) ? "[]" : "{}";
    return sql`${empty}::${type}`;
  }
  if ("paths" in to) return sql`(${withoutPaths(sql`${column}::jsonb`, to)})::${type}`;
  return isJson(column)
    ? sql`(${withoutElements(sql`${column}::jsonb`, to.without)})::${type}`
    : to.without.reduce(
        (left, key) => sql`array_remove(${left}, (array[${key}]::${type})[1])`,
        sql`${column}`,
      );
}

/** Taking a key out of an object would be something else. */
function withoutElements(value: SQL, keys: readonly string[]): SQL {
  const less = keys.reduce((left, key) => sql`${left} - ${key}::text`, sql`(${value})`);
  return sql`case when jsonb_typeof(${value}) = 'array' then ${less} else ${value} end`;
}

export function isJson(column: PgColumn): boolean {
  return /^jsonb?$/.test(column.getSQLType());
}
