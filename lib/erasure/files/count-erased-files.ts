import { eq, sum } from "drizzle-orm";
import { erasureFileSteps, erasureRuns } from "@/db/schema";
import type { Tx } from "../context";

/** How many of the files that a request's run found have lost their bytes. */
export async function countErasedFiles(tx: Tx, requestId: string): Promise<number> {
  const [files] = await tx
    .select({ done: sum(erasureFileSteps.doneFiles) })
    .from(erasureFileSteps)
    .innerJoin(erasureRuns, eq(erasureRuns.id, erasureFileSteps.runId))
    .where(eq(erasureRuns.requestId, requestId));
  return Number(files?.done ?? 0);
}
