import { eq } from "drizzle-orm";
import { erasureRuns } from "@/db/schema";
import type { Tx } from "./context";

/** Whether a request's purge has begun: from then on it can neither be refused nor taken back. */
export async function hasRun(tx: Tx, requestId: string): Promise<boolean> {
  const runs = await tx
    .select({ id: erasureRuns.id })
    .from(erasureRuns)
    .where(eq(erasureRuns.requestId, requestId));
  return runs.length > 0;
}
