import { eq, sum } from "drizzle-orm";
import { erasureFileSteps, erasureRuns } from "@/db/schema";
import type { Db, Tx } from "../context";
import type { FileProgress } from "../status";

/** How many files a request's run found, and how many have lost their bytes; null where none had any. */
export async function countFiles(db: Db | Tx, requestId: string): Promise<FileProgress | null> {
  const [files] = await db
    .select({ planned: sum(erasureFileSteps.plannedFiles), done: sum(erasureFileSteps.doneFiles) })
    .from(erasureFileSteps)
    .innerJoin(erasureRuns, eq(erasureRuns.id, erasureFileSteps.runId))
    .where(eq(erasureRuns.requestId, requestId));
  const [planned, done] = [Number(files?.planned ?? 0), Number(files?.done ?? 0)];
  return planned === 0 ? null : { planned, done };
}
