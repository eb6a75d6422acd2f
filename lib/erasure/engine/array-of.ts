import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { sqlType } from "./sql-type";

/**
 * A column's values as one parameter, however many: a statement has at most 65,535.
 *
 * Written as PostgreSQL writes an array, which every driver takes for one text.
 */
export function arrayOf(column: PgColumn, values: readonly string[]): SQL {
  const quoted = values.map((value) => `"${value.replace(/[\\"]/g, "\\$&")}"`);
  return sql`${`{${quoted.join(",")}}`}::${sqlType(column)}[]`;
}
