import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { arrayOf } from "./array-of";

/** A statement has at most 65,535 parameters, and may say the list many times. */
const mostParameters = 20;

/** Rows in which a column has one of some values, however many. */
export function isOneOf(column: PgColumn, values: readonly string[]): SQL {
  if (values.length === 0) return sql`false`;
  if (values.length > mostParameters) return sql`${column} = any(${arrayOf(column, values)})`;
  return sql`${column} in (${sql.join(
    values.map((value) => sql.param(value, column)),
    sql`, `,
  )})`;
}
