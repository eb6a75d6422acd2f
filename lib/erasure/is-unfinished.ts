import { and, eq, ne } from "drizzle-orm";
import { erasureSteps } from "@/db/schema";
import type { Tx } from "./context";

/** Whether a run has something left to do for one of its subjects. */
export async function isUnfinished(tx: Tx, runId: string, subjectIndex: number): Promise<boolean> {
  const steps = await tx
    .select({ ordinal: erasureSteps.ordinal })
    .from(erasureSteps)
    .where(
      and(
        eq(erasureSteps.runId, runId),
        eq(erasureSteps.subjectIndex, subjectIndex),
        ne(erasureSteps.state, "done"),
      ),
    )
    .limit(1);
  return steps.length > 0;
}
