import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { sqlType } from "./sql-type";

/**
 * A column's values as one parameter, however many: a statement has at most 65,535.
 *
 * Written as PostgreSQL writes an array, which every driver takes for one text.
 */
export function arrayOf(column: PgColumn, values: readonly string[]): SQL {
  return sql`${written(values)}::${sqlType(column)}[]`;
}

/** A plan says its subject's keys at every table: they are written once, and held once. */
const known = new WeakMap<readonly string[], string>();

function written(values: readonly string[]): string {
  const before = known.get(values);
  if (before !== undefined) return before;
  const text = `{${values.map((value) => `"${value.replace(/[\\"]/g, "\\$&")}"`).join(",")}}`;
  known.set(values, text);
  return text;
}
