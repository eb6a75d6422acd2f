import type postgres from "postgres";
import { withoutIndexes } from "./without-indexes";

/** Tables whose rows grow with the messages of a workspace; the rest is furniture. */
const growing = [
  "contacts",
  "contact_tags",
  "contact_attribute_values",
  "consent_records",
  "conversations",
  "messages",
  "message_status_events",
  "media_attachments",
  "orders",
  "order_lines",
  "reorder_cycles",
  "campaign_recipients",
  "automation_runs",
  "ai_logs",
  "ai_cache_entries",
  "activity_logs",
  "debug_traces",
];

/** As many as the machine that this is made for has cores. */
const lanes = 2;

/**
 * Repeats a seeded workspace's rows until it has as many messages as asked for, and its neighbours'.
 *
 * Runs inside the server, so that ten million messages take minutes. Each copy of a row lies beside
 * the original in the heap and in every index, as rows written at the same time do; references
 * between the copies are those between the originals.
 *
 * @param times how many copies each workspace's rows get, the original included, by workspace.
 */
export async function multiplyRows(
  sql: postgres.Sql,
  times: ReadonlyMap<string, number>,
): Promise<void> {
  await sql`create table copies (workspace_id uuid primary key, times integer)`;
  for (const [workspaceId, count] of times) {
    await sql`insert into copies values (${workspaceId}, ${count})`;
  }
  await inLanes(await largestFirst(sql, growing), (table) =>
    sql.begin(async (tx) => {
      await tx`set local session_replication_role = replica`;
      await tx`set local maintenance_work_mem = '512MB'`;
      await multiplyTable(tx, table);
    }),
  );
  await sql`drop table copies`;
  // A vacuum beside an open transaction would leave rows as if somebody might not see them.
  await inLanes(await largestFirst(sql), (table) => sql`vacuum (analyze) ${sql(table)}`);
}

async function inLanes(
  tables: readonly string[],
  work: (table: string) => PromiseLike<unknown>,
): Promise<void> {
  const left = [...tables];
  const lane = async () => {
    for (let table = left.shift(); table !== undefined; table = left.shift()) await work(table);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function largestFirst(
  sql: postgres.Sql,
  among: readonly string[] | null = null,
): Promise<string[]> {
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace
      and (${among}::text[] is null or relname = any(${among}::text[]))
    order by pg_table_size(oid) desc`;
  return tables.map(({ name }) => name);
}

async function multiplyTable(tx: postgres.TransactionSql, table: string): Promise<void> {
  const columns = await columnsOf(tx, table);
  await withoutIndexes(tx, table, () =>
    tx.unsafe(
      `insert into ${table} (${columns.map(({ name }) => `"${name}"`).join(", ")})
       select ${columns.map(copied).join(", ")}
       from (select row_number() over () as position, * from ${table}) as original
       join copies using (workspace_id), generate_series(1, times - 1) as copy
       order by position, copy`,
    ),
  );
}

type Column = { name: string; type: string; isCopied: boolean; isUnique: boolean };

/**
 * A copy's ids differ from the original's by its number, bit by bit, in their last digits: put in place of
 * them, it would be the original's own now and then. Its unique texts have it appended.
 */
function copied({ name, type, isCopied, isUnique }: Column): string {
  if (isCopied) {
    const digits = `('x' || right("${name}"::text, 6))::bit(24)::integer`;
    return `overlay("${name}"::text placing lpad(to_hex(${digits} # copy), 6, '0') from 31 for 6)::uuid`;
  }
  return isUnique && type === "text" ? `"${name}" || '-' || copy` : `"${name}"`;
}

async function columnsOf(tx: postgres.TransactionSql, table: string): Promise<Column[]> {
  const rows = await tx<Column[]>`
    select attname as name, format_type(atttypid, null) as type,
      attname = 'id' or exists (
        select from pg_constraint
        where contype = 'f' and conrelid = attrelid and attnum = any(conkey)
          and confrelid::regclass::text = any(${growing}) and attname <> 'workspace_id'
      ) as "isCopied",
      exists (
        select from pg_index where indrelid = attrelid and indisunique and attnum = any(indkey)
      ) as "isUnique"
    from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;
  return [...rows];
}
