import { type SQL, sql } from "drizzle-orm";
import { erasureRuns } from "@/db/schema";
import type { ErasureContext, Tx } from "../context";
import type { Governor } from "../engine";
import { uuidArray } from "../uuid-array";
import { endRows } from "./end-rows";
import { type RetainedTable, retainedTables } from "./retained-tables";

/**
 * Ends what was kept: erases every row that the erasure map retains and whose period, which the policy
 * profile states, is over.
 *
 * A row's period counts from what it records; what belongs to a request goes in one transaction with
 * it, so many months after it closed. Rows that the map keeps for a workspace's erasure alone are only
 * those of workspaces that are gone. What a legal hold covers waits for its end. Repeatable: a worker
 * that was away catches up at once.
 *
 * @returns how many rows of which table; requests are counted without what belongs to them.
 */
export async function endRetentions(
  ctx: ErasureContext,
  governor: Governor,
): Promise<{ table: string; rows: number }[]> {
  const all = retainedTables();
  const ended: { table: string; rows: number }[] = [];
  for (const retained of all) {
    for (const end of retained.ends) {
      if (end.by !== "age") continue;
      const isRequest = retained.key === "erasureRequests";
      const rows = isRequest
        ? await endRows(ctx, governor, retained, end, (tx, keys) => eraseRequests(tx, all, keys))
        : await endRows(ctx, governor, retained, end);
      if (rows > 0) ended.push({ table: retained.key, rows });
    }
  }
  return ended;
}

/** Requests with all that belongs to them; what belongs to their runs goes before the runs. */
async function eraseRequests(
  tx: Tx,
  all: readonly RetainedTable[],
  keys: string[][],
): Promise<void> {
  const ids = uuidArray(keys.map(([id]) => id ?? ""));
  const runs = sql`select ${erasureRuns.id} from ${erasureRuns} where ${erasureRuns.requestId} = any(${ids})`;
  const among: [by: string, which: (column: SQL) => SQL][] = [
    ["run", (column) => sql`${column} in (${runs})`],
    ["request", (column) => sql`${column} = any(${ids})`],
  ];
  for (const [by, which] of among) {
    for (const { table, ends } of all) {
      for (const end of ends) {
        if (end.by === by && "column" in end) await tx.delete(table).where(which(end.column));
      }
    }
  }
  const requests = all.find(({ key }) => key === "erasureRequests");
  const [id] = requests?.primaryKey ?? [];
  if (requests === undefined || id === undefined) throw new Error("The map retains no requests.");
  await tx.delete(requests.table).where(sql`${id} = any(${ids})`);
}
