import { eq } from "drizzle-orm";
import { erasureRuns } from "@/db/schema";
import type { Db, Tx } from "./context";
import { ErasureError } from "./errors";

/**
 * Once a request's purge has begun it can neither be refused nor taken back.
 *
 * @throws ErasureError `wrong_state`, also while the purge is held.
 */
export async function assertNoRun(tx: Tx, requestId: string): Promise<void> {
  if (await hasRun(tx, requestId)) throw new ErasureError("wrong_state", "The purge has begun.");
}

/** Whether a request's purge has begun. */
export async function hasRun(db: Db | Tx, requestId: string): Promise<boolean> {
  const runs = await db
    .select({ id: erasureRuns.id })
    .from(erasureRuns)
    .where(eq(erasureRuns.requestId, requestId));
  return runs.length > 0;
}
