import { sql } from "drizzle-orm";
import { type Executor, type Row, rowsOf } from "../statements";
import { readTables } from "../tables";

/**
 * Every row of every table, by table name.
 *
 * `at` is where the row lies: equal before and after means that nothing has even rewritten it.
 */
export type AllRows = Readonly<Record<string, readonly Row[]>>;

/** Reads everything there is, in one snapshot. */
export async function readRows(
  executor: Executor,
  schema: Readonly<Record<string, unknown>>,
): Promise<AllRows> {
  const tables = [...readTables(schema).values()];
  const each = tables.map(
    ({ name, table }) =>
      sql`select ${name}::text as name, (to_jsonb(t) || jsonb_build_object('at', t.tableoid::regclass || ' ' || t.ctid))::text as row from ${table} t`,
  );
  const found: Record<string, Row[]> = Object.fromEntries(tables.map(({ name }) => [name, []]));
  for (const { name, row } of await rowsOf(executor, sql.join(each, sql` union all `))) {
    const parsed: Row = JSON.parse(String(row));
    found[String(name)]?.push(parsed);
  }
  return found;
}
