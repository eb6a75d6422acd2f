import { eq } from "drizzle-orm";
import { erasureSteps } from "@/db/schema";
import type { Db, Tx } from "./context";
import { reopenFileSteps } from "./files/reopen-file-steps";

/** Opens a run's steps again from their beginning, to take what has come since; counts stay. */
export async function reopenSteps(db: Db | Tx, runId: string): Promise<void> {
  await db
    .update(erasureSteps)
    .set({ state: "pending", cursor: null, endedAt: null })
    .where(eq(erasureSteps.runId, runId));
  await reopenFileSteps(db, runId);
}
