import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Connection } from "@/db/client";
import * as schema from "@/db/schema";

/** Every row outside the ledger of requests, byte for byte, by table and then by its id. */
export type EveryRow = Readonly<Record<string, Readonly<Record<string, string>>>>;

const Rows = z.array(z.object({ table: z.string(), key: z.string(), row: z.string() }));

const isLedger = /^(erasure_|verification_|legal_holds|tombstones|purge_controls|rate_limits)/;

const everyRow = `${Object.values(schema)
  .flatMap((value) => (is(value, PgTable) ? [getTableConfig(value).name] : []))
  .filter((name) => !isLedger.test(name))
  .map(
    (name) =>
      `select '${name}' as "table", coalesce(to_jsonb(t) ->> 'id', t::text) as key, t::text as row from ${name} t`,
  )
  .join(" union all ")} order by 1, 2`;

/** Reads all of it in one statement, which the server has prepared. */
export async function readEveryRow({ sql }: Pick<Connection, "sql">): Promise<EveryRow> {
  const rows = Rows.parse(await sql`${sql.unsafe(everyRow)}`);
  const found: Record<string, Record<string, string>> = {};
  for (const { table, key, row } of rows) {
    const of = found[table] ?? {};
    of[key] = row;
    found[table] = of;
  }
  return found;
}

/** How many rows of each table are gone, changed, and new. */
export function difference(before: EveryRow, after: EveryRow) {
  const gone: Record<string, number> = {};
  const changed: Record<string, number> = {};
  const added: Record<string, number> = {};
  const add = (to: Record<string, number>, table: string) => {
    to[table] = (to[table] ?? 0) + 1;
  };
  for (const [table, rows] of Object.entries(before)) {
    for (const [key, row] of Object.entries(rows)) {
      const now = after[table]?.[key];
      if (now === undefined) add(gone, table);
      else if (now !== row) add(changed, table);
    }
  }
  for (const [table, rows] of Object.entries(after)) {
    for (const key of Object.keys(rows)) if (before[table]?.[key] === undefined) add(added, table);
  }
  return { gone, changed, added };
}
