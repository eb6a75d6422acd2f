import { eq } from "drizzle-orm";
import { erasureRuns } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import { reopenSteps } from "./reopen-steps";
import type { RequestState } from "./status";
import { transition } from "./transition";

/** Has a failed run begin again with what is left. Its counts stay. */
export async function reopenRun(
  tx: Tx,
  ctx: ErasureContext,
  request: { id: string; state: RequestState },
  runId: string,
): Promise<void> {
  await transition(tx, ctx, request, "purging");
  await tx
    .update(erasureRuns)
    .set({ state: "purging", endedAt: null, leaseUntil: null, retryAfter: null })
    .where(eq(erasureRuns.id, runId));
  await reopenSteps(tx, runId);
}
