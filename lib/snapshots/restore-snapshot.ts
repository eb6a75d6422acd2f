import { createGunzip } from "node:zlib";
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/lib/erasure";
import { type FilesContext, openObject } from "@/lib/files";
import { eraseAgain } from "./erase-again";
import { linesOf } from "./lines-of";
import { SnapshotError } from "./snapshot-error";
import { type SnapshotTable, snapshotTables } from "./snapshot-tables";

const Header = z.object({ version: z.literal(1), workspaceId: z.uuid() });

/** What an emptied workspace has still, and may have. */
const mayStand: ReadonlySet<string> = new Set([
  ...["workspaces", "memberships", "auditLog", "invoices", "storedObjects"],
]);

/**
 * Brings one snapshot back into its workspace, which has to be empty, in one transaction.
 *
 * Rows are staged where nobody sees them. Who has been erased since the snapshot was taken, contacts and
 * people on the team, is erased from them there, by the same plan as before: nobody comes back, not
 * for a moment. What stands already stays as it is.
 *
 * @returns how many rows came back.
 * @throws SnapshotError `not_found`, also once the key has been destroyed; `not_empty`;
 * `not_a_snapshot`. Nothing has changed then.
 */
export async function restoreSnapshot(
  ctx: FilesContext,
  snapshot: { workspaceId: string; id: string },
): Promise<number> {
  const { workspaceId } = snapshot;
  const opened = await openObject(ctx, snapshot);
  if (opened === null) {
    throw new SnapshotError("not_found", "There is no such snapshot, or its key is destroyed.");
  }
  const tables = snapshotTables(workspaceId);
  return await ctx.db.transaction(async (tx) => {
    for (const table of tables) await refuseRows(tx, table);
    for (const table of tables) await stage(tx, table);
    const gunzip = createGunzip();
    opened.body.on("error", (error) => gunzip.destroy(error)).pipe(gunzip);
    await readInto(tx, linesOf(gunzip), tables, workspaceId);
    await eraseAgain(tx, { workspaceId, tables, now: ctx.now() });
    let rows = 0;
    for (const table of tables) rows += await bringBack(tx, table);
    return rows;
  });
}

async function refuseRows(tx: Tx, { key, table, name, where }: SnapshotTable): Promise<void> {
  if (mayStand.has(key)) return;
  const found = await tx.execute(sql`select 1 from ${table} where ${where} limit 1`);
  if (z.array(z.unknown()).parse(found).length > 0) {
    throw new SnapshotError("not_empty", `The workspace is not empty: it has rows in ${name}.`);
  }
}

/** A table of the same name, which comes before the other for this transaction alone. */
async function stage(tx: Tx, { name }: SnapshotTable): Promise<void> {
  await tx.execute(sql`
    create temporary table ${sql.identifier(name)} (like public.${sql.identifier(name)}) on commit drop`);
}

async function readInto(
  tx: Tx,
  lines: AsyncIterable<string>,
  tables: readonly SnapshotTable[],
  workspaceId: string,
): Promise<void> {
  let isKnown = false;
  for await (const line of lines) {
    const tab = line.indexOf("\t");
    const [name, json] = [line.slice(0, tab), line.slice(tab + 1)];
    if (!isKnown) {
      const header = name === "snapshot" ? Header.safeParse(JSON.parse(json)) : null;
      isKnown = header?.data?.workspaceId === workspaceId;
      if (!isKnown) throw new SnapshotError("not_a_snapshot", "It is not of this workspace.");
      continue;
    }
    const table = tables.find((one) => one.name === name);
    if (table === undefined) {
      throw new SnapshotError("not_a_snapshot", `There is no table ${name} any more.`);
    }
    const staged = sql.identifier(name);
    await tx.execute(sql`
      insert into pg_temp.${staged} (${table.columns})
      select ${table.columns} from json_populate_recordset(null::public.${staged}, ${json}::text::json)`);
  }
  if (!isKnown) throw new SnapshotError("not_a_snapshot", "It is empty.");
}

async function bringBack(tx: Tx, { name, columns }: SnapshotTable): Promise<number> {
  const [back] = z.array(z.object({ rows: z.coerce.number() })).parse(
    await tx.execute(sql`
      with back as (
        insert into public.${sql.identifier(name)} (${columns})
        select ${columns} from pg_temp.${sql.identifier(name)}
        on conflict do nothing returning 1
      ) select count(*) as rows from back`),
  );
  return back?.rows ?? 0;
}
