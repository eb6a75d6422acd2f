import { sql } from "drizzle-orm";
import { type Executor, rowsOf } from "./statements";

/** A table as the database itself knows it. Names are SQL names. */
export type CatalogTable = { name: string; columns: readonly string[] };

/** Reads the tables of a database schema from its own catalog; partitions count as their parent. */
export async function readCatalog(
  executor: Executor,
  schemaName = "public",
): Promise<CatalogTable[]> {
  const rows = await rowsOf(
    executor,
    sql`
      select c.relname as name, a.attname as column
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where n.nspname = ${schemaName} and c.relkind in ('r', 'p') and not c.relispartition
      order by c.relname, a.attnum`,
  );
  const tables = new Map<string, string[]>();
  for (const row of rows) {
    const name = String(row.name);
    const columns = tables.get(name) ?? [];
    tables.set(name, row.column === null ? columns : [...columns, String(row.column)]);
  }
  return [...tables].map(([name, columns]) => ({ name, columns }));
}
