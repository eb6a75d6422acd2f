import type postgres from "postgres";

/**
 * Counts rows that are written, by whatever statement and however alike they are afterwards; not those that
 * limits are counted in, and not those that are taken back.
 *
 * @returns asks how many were written so far.
 */
export async function countWrittenRows(sql: postgres.Sql): Promise<() => Promise<number>> {
  await sql`create table written_rows (at text)`;
  await sql`
    create function note_written_row() returns trigger language plpgsql security definer as $$
    begin insert into public.written_rows values (tg_table_name); return null; end $$`;
  const tables = await sql<{ schema: string; name: string }[]>`
    select schemaname as schema, tablename as name from pg_tables
    where (schemaname = 'public' and tablename not in ('rate_limits', 'written_rows'))
      or (schemaname = 'pgboss' and tablename = 'job')`;
  for (const { schema, name } of tables) {
    await sql`
      create trigger note_written_row after insert or update or delete on ${sql(`${schema}.${name}`)}
      for each row execute function note_written_row()`;
  }
  return async () => {
    const [row] = await sql<{ count: number }[]>`select count(*)::int as count from written_rows`;
    return row?.count ?? Number.NaN;
  };
}
