import { sql } from "drizzle-orm";
import type { Tx } from "./context";

/**
 * Takes a lock until the transaction ends, unless somebody has it: false then, without waiting.
 *
 * @param kind keeps the locks of one purpose apart from those of another; any number that nobody else uses.
 */
export async function tryLock(tx: Tx, kind: number, key: string): Promise<boolean> {
  const rows = await tx.execute(
    sql`select where pg_try_advisory_xact_lock(hashtextextended(${key}, ${kind}))`,
  );
  return Array.isArray(rows) && rows.length > 0;
}
