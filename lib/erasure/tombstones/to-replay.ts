import { asc, eq } from "drizzle-orm";
import { erasureTombstoneLog } from "@/db/schema";
import type { Db } from "../context";

/** The entries that a restore undid and that have not been replayed, oldest first. */
export async function tombstonesToReplay(
  db: Db,
  limit = Number.MAX_SAFE_INTEGER,
): Promise<{ sequence: number; entry: string }[]> {
  return await db
    .select({ sequence: erasureTombstoneLog.sequence, entry: erasureTombstoneLog.entry })
    .from(erasureTombstoneLog)
    .where(eq(erasureTombstoneLog.isToReplay, true))
    .orderBy(asc(erasureTombstoneLog.sequence))
    .limit(limit);
}
