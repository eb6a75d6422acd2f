import { getTableColumns, getTableName, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { z } from "zod";
import * as schema from "@/db/schema";
import type { Db } from "@/lib/erasure";

/** Every row as it once was: JSON, by table. */
export type KeptRows = Readonly<Record<string, string>>;

const tables = [
  ...Object.values(schema).flatMap((value) =>
    is(value, PgTable) ? [`public.${getTableName(value)}`] : [],
  ),
  "pgboss.job",
];

/** Keeps a copy of every row as it is now; outside the database, where verification would find it. */
export async function keepRows(db: Db): Promise<KeptRows> {
  const selects = tables.map(
    (table) => sql`select ${table} as "table", json_agg(t)::text as json from ${sql.raw(table)} t`,
  );
  const rows = z
    .array(z.object({ table: z.string(), json: z.string().nullable() }))
    .parse(await db.execute(sql.join(selects, sql` union all `)));
  return Object.fromEntries(
    rows.flatMap(({ table, json }) => (json === null ? [] : [[table, json]])),
  );
}

/**
 * Makes every row what it was when all were kept.
 *
 * In a few statements, and so much quicker than a database of its own for each of hundreds of runs.
 */
export async function putBackRows(db: Db, kept: KeptRows): Promise<void> {
  const inserts = Object.entries(kept).map(
    ([table, json], at) => sql`${sql.raw(`of_${at}`)} as (
      insert into ${sql.raw(`${table} ${columnsOf(table)}`)}
      select ${sql.raw(columnsOf(table).slice(1, -1) || "*")} from json_populate_recordset(null::${sql.raw(table)}, ${json}::text::json)
    )`,
  );
  await db.transaction(async (tx) => {
    // Neither foreign keys nor the fence look at what is put back.
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(sql.raw(tables.map((table) => `delete from ${table}`).join("; ")));
    await tx.execute(sql`with ${sql.join(inserts, sql`, `)} select`);
  });
}

/** The columns that can be written, in parentheses: the database makes the others itself. */
function columnsOf(table: string): string {
  const mapped = Object.values(schema).find(
    (value) => is(value, PgTable) && `public.${getTableName(value)}` === table,
  );
  if (!is(mapped, PgTable)) return "";
  const columns = Object.values(getTableColumns(mapped));
  const names = columns.filter(({ generated }) => generated === undefined);
  return `(${names.map(({ name }) => `"${name}"`).join(", ")})`;
}
