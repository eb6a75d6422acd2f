import { eq } from "drizzle-orm";
import { erasureRequests, erasureRuns } from "@/db/schema";
import { standing } from "./active-hold";
import type { ErasureContext } from "./context";
import type { HeldRun } from "./lease";
import { transition } from "./transition";

/**
 * Puts a run's request on hold when only what legal holds cover is left of it, and remembers which.
 *
 * @returns false when one of them has ended meanwhile, so that there is more to do.
 */
export async function putOnHold(
  ctx: ErasureContext,
  run: HeldRun,
  holdIds: readonly string[],
): Promise<boolean> {
  return await ctx.db.transaction(async (tx) => {
    const [request] = await tx
      .select({ id: erasureRequests.id, state: erasureRequests.state })
      .from(erasureRequests)
      .where(eq(erasureRequests.id, run.requestId))
      .for("update");
    if (request?.state !== "purging") return true;
    const stillStanding = await standing(tx, holdIds, ctx.now());
    if (stillStanding.length < holdIds.length) return false;
    await transition(tx, ctx, request, "on_hold");
    await tx
      .update(erasureRuns)
      .set({ stoppedBy: [...holdIds] })
      .where(eq(erasureRuns.id, run.id));
    return true;
  });
}
