import { sql } from "drizzle-orm";
import { type Executor, rowsOf } from "./statements";

/** Materialised views of any schema, as SQL names them: what they hold is a copy, of rows that go. */
export async function readCopies(executor: Executor): Promise<string[]> {
  const rows = await rowsOf(
    executor,
    sql`
    select format('%I.%I', n.nspname, c.relname) as name
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'm' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    order by 1`,
  );
  return rows.map(({ name }) => String(name));
}
