import { sql } from "drizzle-orm";
import { z } from "zod";
import { type Executor, rowsOf } from "./statements";

const VacuumHint = z.object({
  table: z.string(),
  deadRows: z.coerce.number(),
  liveRows: z.coerce.number(),
  bytes: z.coerce.number(),
  isLeftToAutovacuum: z.boolean(),
});

/**
 * A table that holds many dead rows: how many, beside how many that live, and the bytes of it all.
 * `isLeftToAutovacuum` when the server will vacuum it by itself.
 */
export type VacuumHint = z.infer<typeof VacuumHint>;

/** Fewer are of no account, whatever their share. */
const manyRows = 10_000;
const largeShare = 0.1;

/**
 * The tables that want a `VACUUM`, most dead rows first, by the server's statistics (about a second
 * behind).
 *
 * @param tables only these, by name; otherwise all on the search path.
 */
export async function vacuumHints(
  executor: Executor,
  tables?: readonly string[],
): Promise<VacuumHint[]> {
  if (tables?.length === 0) return [];
  const among =
    tables === undefined
      ? sql`true`
      : sql`s.relname in (${sql.join(
          tables.map((table) => sql`${table}`),
          sql`, `,
        )})`;
  const rows = await rowsOf(
    executor,
    sql`
    with tables as (
      select s.relname as "table", n_dead_tup as dead, n_live_tup as live, s.relid,
        coalesce((select option_value from pg_options_to_table(c.reloptions)
          where option_name = 'autovacuum_enabled'), 'on')::boolean
          and current_setting('autovacuum')::boolean as autovacuum,
        current_setting('autovacuum_vacuum_threshold')::int
          + current_setting('autovacuum_vacuum_scale_factor')::float * greatest(c.reltuples, 0)
          as threshold
      from pg_stat_user_tables s
      join pg_class c on c.oid = s.relid
      where pg_table_is_visible(s.relid) and ${among}
    )
    select "table", dead as "deadRows", live as "liveRows",
      pg_total_relation_size(relid) as bytes,
      autovacuum and dead > threshold as "isLeftToAutovacuum"
    from tables
    where dead >= ${manyRows} and dead >= ${largeShare}::float * (live + dead)
    order by dead desc, "table"`,
  );
  return rows.map((row) => VacuumHint.parse(row));
}
