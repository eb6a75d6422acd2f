import { eq } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import type { ErasureContext } from "./context";
import { ErasureError } from "./errors";
import { unfreeze } from "./freeze-subject";
import { hasRun } from "./has-run";
import { transition } from "./transition";

/**
 * Takes a request back before its purge has begun, gives back what was frozen for it, and destroys
 * the address it was made with.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator, `not_found`, or `wrong_state`
 * once the purge has begun, also while it is held.
 */
export async function cancelRequest(
  ctx: ErasureContext,
  { requestId }: { requestId: string },
): Promise<void> {
  if (ctx.actor.type !== "operator") {
    throw new ErasureError("not_authorised", "Only an operator may cancel a request.");
  }
  await ctx.db.transaction(async (tx) => {
    const [request] = await tx
      .select()
      .from(erasureRequests)
      .where(eq(erasureRequests.id, requestId))
      .for("update");
    if (request === undefined) throw new ErasureError("not_found", "There is no such request.");
    if (await hasRun(tx, requestId)) {
      throw new ErasureError("wrong_state", "The purge has begun.");
    }
    await unfreeze(tx, request);
    await transition(tx, ctx, request, "cancelled", { sealed: null, addressDigest: null });
  });
}
