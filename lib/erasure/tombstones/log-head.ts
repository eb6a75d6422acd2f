import { desc, sql } from "drizzle-orm";
import { erasureTombstoneLog } from "@/db/schema";
import type { Db, Tx } from "../context";

/** Serialises what is added to the log; any number that nobody else uses. */
const logLock = 4_738_205;

export type LogHead = { sequence: number; entry: string; storedAt: Date | null };

/** The newest entry of the log; null in one that has none. */
export async function logHead(db: Db | Tx): Promise<LogHead | null> {
  const [head] = await db
    .select({
      sequence: erasureTombstoneLog.sequence,
      entry: erasureTombstoneLog.entry,
      storedAt: erasureTombstoneLog.storedAt,
    })
    .from(erasureTombstoneLog)
    .orderBy(desc(erasureTombstoneLog.sequence))
    .limit(1);
  return head ?? null;
}

/** The same for who adds to it: until the transaction's end nobody else does, so no number is left out. */
export async function lockLog(tx: Tx): Promise<LogHead | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(${logLock})`);
  return await logHead(tx);
}
