import { eq } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import { hasActiveHold } from "./active-hold";
import type { ErasureContext } from "./context";
import type { HeldRun } from "./lease";
import type { HoldScope } from "./subjects";
import { transition } from "./transition";

/** Puts a run's request on hold where a legal hold is what stopped it between two transactions. */
export async function settleStop(
  ctx: ErasureContext,
  run: HeldRun,
  heldBy: readonly HoldScope[],
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const [request] = await tx
      .select({ id: erasureRequests.id, state: erasureRequests.state })
      .from(erasureRequests)
      .where(eq(erasureRequests.id, run.requestId))
      .for("update");
    if (request?.state !== "purging" || !(await hasActiveHold(tx, heldBy, ctx.now()))) return;
    await transition(tx, ctx, request, "on_hold");
  });
}
