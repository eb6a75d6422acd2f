import { eq } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import type { ErasureContext } from "./context";
import { ErasureError } from "./errors";
import { transition } from "./transition";

/**
 * Takes a request back before its purge has begun, and destroys the address it was made with.
 *
 * @throws ErasureError `not_found`, or `wrong_state` once the purge has begun.
 */
export async function cancelRequest(
  ctx: ErasureContext,
  { requestId }: { requestId: string },
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const [request] = await tx
      .select({ id: erasureRequests.id, state: erasureRequests.state })
      .from(erasureRequests)
      .where(eq(erasureRequests.id, requestId))
      .for("update");
    if (request === undefined) throw new ErasureError("not_found", "There is no such request.");
    await transition(tx, ctx, request, "cancelled", { sealed: null });
  });
}
