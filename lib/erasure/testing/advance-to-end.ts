import { advanceRun } from "../advance-run";
import type { ErasureContext } from "../context";

/** Takes a request as far as it goes, slice after slice, as a worker does. */
export async function advanceToEnd(
  ctx: ErasureContext,
  requestId: string,
): Promise<"finished" | "failed"> {
  for (;;) {
    const outcome = await advanceRun(ctx, requestId);
    if (outcome !== "again") return outcome;
  }
}
