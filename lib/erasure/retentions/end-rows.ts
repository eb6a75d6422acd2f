import { and, asc, eq, inArray, not, type SQL, sql } from "drizzle-orm";
import type { ErasureContext, Tx } from "../context";
import type { Governor } from "../engine";
import { uuidArray } from "../uuid-array";
import { isEnded, type Period, periodOf } from "./ended";
import { isHeld } from "./is-held";
import type { RetainedTable } from "./retained-tables";
import { standingHolds } from "./standing-holds";

type AgeEnd = { since: SQL; only?: SQL | undefined };

const mostAtOnce = 2_000;

/**
 * Erases what a table has kept for its whole period, except what a legal hold covers, in short
 * transactions as a purge does.
 *
 * @param erase what to do with the rows found, in the batch's transaction; their keys are given.
 * @returns how many rows.
 */
export async function endRows(
  ctx: ErasureContext,
  governor: Governor,
  retained: RetainedTable,
  end: AgeEnd,
  erase: (tx: Tx, keys: string[][]) => Promise<void> = (tx, keys) => eraseByKey(tx, retained, keys),
): Promise<number> {
  let ended = 0;
  const period = periodOf(ctx.rules, retained.retention, ctx.now());
  // Nearly always: then no hold has to be asked for.
  if ((await endedKeys(ctx.db, retained, end, period, undefined).limit(1)).length === 0) return 0;
  for (;;) {
    const limit = Math.min(await governor.limit(), mostAtOnce);
    const startedAt = performance.now();
    const rows = await ctx.db.transaction(async (tx) => {
      const keys = await findEnded(tx, ctx, retained, end, period, limit);
      if (keys.length > 0) await erase(tx, keys);
      return keys.length;
    });
    ended += rows;
    if (rows < limit) return ended;
    await governor.after({ rows, elapsedMs: performance.now() - startedAt });
  }
}

async function findEnded(
  tx: Tx,
  ctx: ErasureContext,
  retained: RetainedTable,
  end: AgeEnd,
  period: Period,
  limit: number,
): Promise<string[][]> {
  const held = isHeld(retained, await standingHolds(tx, ctx));
  const query = endedKeys(tx, retained, end, period, held);
  const rows = await query.limit(limit);
  return rows.map((row) => retained.primaryKey.map(({ name }) => String(row[name])));
}

/** The keys of rows whose period is over and which nothing holds, the oldest first. */
export function endedKeys(
  tx: Pick<Tx, "select">,
  retained: RetainedTable,
  end: AgeEnd,
  period: Period,
  held: SQL | undefined,
) {
  // A hold's column that is null in a row covers nothing there.
  const isFree = held === undefined ? undefined : sql`coalesce(${not(held)}, true)`;
  const key = Object.fromEntries(retained.primaryKey.map((column) => [column.name, column]));
  return tx
    .select(key)
    .from(retained.table)
    .where(and(isEnded(retained, end, period), isFree))
    .orderBy(asc(end.since))
    .$dynamic();
}

async function eraseByKey(
  tx: Tx,
  { table, primaryKey, workspaceId }: RetainedTable,
  keys: string[][],
): Promise<void> {
  const own = primaryKey.at(-1);
  if (own === undefined) throw new Error("A retained table has no primary key.");
  const byWorkspace = Map.groupBy(keys, ([first]) => (workspaceId === null ? "" : first));
  for (const [workspace, some] of byWorkspace) {
    const ids = some.map((key) => key.at(-1) ?? "");
    const isOne =
      own.getSQLType() === "uuid" ? sql`${own} = any(${uuidArray(ids)})` : inArray(own, ids);
    await tx
      .delete(table)
      .where(and(workspaceId === null ? undefined : eq(workspaceId, workspace), isOne));
  }
}
