import { eq } from "drizzle-orm";
import { erasureFileSteps } from "@/db/schema";
import type { Db, Tx } from "../context";

/** Opens a run's steps again for another attempt; counts stay. */
export async function reopenFileSteps(db: Db | Tx, runId: string): Promise<void> {
  await db
    .update(erasureFileSteps)
    .set({ state: "pending", cursor: null, emptied: 0, failures: 0, endedAt: null })
    .where(eq(erasureFileSteps.runId, runId));
}
