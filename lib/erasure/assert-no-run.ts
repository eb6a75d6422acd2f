import { eq } from "drizzle-orm";
import { erasureRuns } from "@/db/schema";
import type { Tx } from "./context";
import { ErasureError } from "./errors";

/**
 * Once a request's purge has begun it can neither be refused nor taken back.
 *
 * @throws ErasureError `wrong_state`, also while the purge is held.
 */
export async function assertNoRun(tx: Tx, requestId: string): Promise<void> {
  const runs = await tx
    .select({ id: erasureRuns.id })
    .from(erasureRuns)
    .where(eq(erasureRuns.requestId, requestId));
  if (runs.length > 0) throw new ErasureError("wrong_state", "The purge has begun.");
}
