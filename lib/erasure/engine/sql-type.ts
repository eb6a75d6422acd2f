import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";

/** The type to cast a column's values to; `serial` and its kin only exist where a table is made. */
export function sqlType(column: PgColumn): SQL {
  return sql.raw(column.getSQLType().replace(/^(small|big)?serial$/, "$1int"));
}
