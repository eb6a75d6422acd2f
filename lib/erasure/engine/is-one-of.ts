import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { arrayOf } from "./array-of";
import { sqlType } from "./sql-type";

/** A statement has at most 65,535 parameters, and may say the list many times. */
const mostParameters = 20;

/** Rows in which a column has one of some values, however many: for an index to find them. */
export function isOneOf(column: PgColumn, values: readonly string[]): SQL {
  return values.length <= mostParameters ? isAnyOf(column, values) : isListed(column, values);
}

/**
 * The same of a list that the server does not see before it has a plan: it would estimate each of
 * thousands of values, wherever a statement says them, for longer than the statement then takes.
 */
export function isListed(column: PgColumn, values: readonly string[]): SQL {
  return sql`${column} = any((select ${arrayOf(column, values)})::${sqlType(column)}[])`;
}

/**
 * The same, asked of rows that are found by something else: a long list is hashed once for all of them,
 * where the server would otherwise go through it for each.
 */
export function isAmong(column: PgColumn, values: readonly string[]): SQL {
  if (values.length <= mostParameters) return isAnyOf(column, values);
  // Whether it is true is no condition that rows could be found by.
  return sql`(${column} in (select unnest(${arrayOf(column, values)}))) is true`;
}

function isAnyOf(column: PgColumn, values: readonly string[]): SQL {
  if (values.length === 0) return sql`false`;
  return sql`${column} in (${sql.join(
    values.map((value) => sql.param(value, column)),
    sql`, `,
  )})`;
}
