import { createHash } from "node:crypto";
import { getTableColumns, is, type SQL, sql } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import * as schema from "@/db/schema";
import type { Db } from "@/lib/erasure/context";

/** One digest for each table's rows, every byte of every column, in a stable order. */
export type Fingerprint = Readonly<Record<string, string>>;

/** What a workspace holds, byte for byte: equal before and after means nothing of it was touched. */
export async function fingerprint(db: Db, workspaceId: string): Promise<Fingerprint> {
  return await digestTables(db, (columns) =>
    columns.includes("workspace_id") ? sql`workspace_id = ${workspaceId}` : null,
  );
}

/** Everything in the database outside the request ledger. */
export async function fingerprintAll(db: Db): Promise<Fingerprint> {
  return await digestTables(db, (_columns, table) =>
    /^(erasure_|verification_|legal_holds|tombstones|rate_limits)/.test(table) ? null : sql`true`,
  );
}

async function digestTables(
  db: Db,
  filter: (columns: string[], table: string) => SQL | null,
): Promise<Fingerprint> {
  const digests: Record<string, string> = {};
  for (const value of Object.values(schema)) {
    if (!is(value, PgTable)) continue;
    const { name } = getTableConfig(value);
    const columns = Object.values(getTableColumns(value)).map((column) => column.name);
    const where = filter(columns, name);
    if (where === null) continue;
    const rows: unknown = await db.execute(
      sql`select t::text as row from ${value} t where ${where} order by t::text collate "C"`,
    );
    digests[name] = createHash("sha256").update(JSON.stringify(rows)).digest("hex");
  }
  return digests;
}
