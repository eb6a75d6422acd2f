import { getTableColumns, getTableName, is } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Connection } from "@/db/client";
import * as schema from "@/db/schema";

type Sql = Pick<Connection, "sql">;

/** Every row as it once was: the statement that inserts all of them, and its values, which are JSON by table. */
export type KeptRows = Readonly<{ insert: string; values: string[] }>;

type Table = { name: string; columns: string };

const tables: readonly Table[] = [
  ...Object.values(schema).flatMap((value) =>
    is(value, PgTable)
      ? [{ name: `public.${getTableName(value)}`, columns: columnsOf(value) }]
      : [],
  ),
  { name: "pgboss.job", columns: "*" },
];

/** Keeps a copy of every row as it is now; outside the database, where verification would find it. */
export async function keepRows({ sql }: Sql): Promise<KeptRows> {
  const selects = tables.map(
    ({ name }, at) => `select ${at} as at, json_agg(t)::text as json from ${name} t`,
  );
  const found = z
    .array(z.object({ at: z.int(), json: z.string().nullable() }))
    .parse(await sql.unsafe(selects.join(" union all ")));
  const kept = found.flatMap(({ at, json }) => {
    const table = tables[at];
    return json === null || table === undefined ? [] : [{ table, json }];
  });
  const inserts = kept.map(
    ({ table: { name, columns } }, at) =>
      `of_${at} as (insert into ${name} ${columns === "*" ? "" : `(${columns})`} select ${columns}
       from json_populate_recordset(null::${name}, $${at + 1}::text::json))`,
  );
  return { insert: `with ${inserts.join(", ")} select`, values: kept.map(({ json }) => json) };
}

const deleteAll = `with ${tables.map(({ name }, at) => `of_${at} as (delete from ${name})`).join(", ")} select`;

/**
 * Makes every row what it was when all were kept.
 *
 * In a few statements that the server has prepared, and so much quicker than a database of its own for each
 * of hundreds of runs.
 */
export async function putBackRows({ sql }: Sql, { insert, values }: KeptRows): Promise<void> {
  await sql.begin(async (tx) => {
    // Neither foreign keys nor the fence look at what is put back.
    await tx`set local session_replication_role = replica`;
    await tx`${tx.unsafe(deleteAll)}`;
    await tx.unsafe(insert, [...values], { prepare: true });
  });
}

/** The columns that can be written: the database makes the others itself. */
function columnsOf(table: PgTable): string {
  const columns = Object.values(getTableColumns(table));
  const names = columns.filter(({ generated }) => generated === undefined);
  return names.map(({ name }) => `"${name}"`).join(", ");
}
