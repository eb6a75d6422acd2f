import type { Sql } from "postgres";

/** A row for each session of this database that waits for another's lock. */
export async function waitingForLocks(sql: Sql): Promise<readonly object[]> {
  return await sql`
    select 1 from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
}
