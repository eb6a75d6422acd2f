import type { erasureRequests } from "@/db/schema";
import { assertNoRun } from "./assert-no-run";
import type { ErasureContext, Tx } from "./context";
import { transition } from "./transition";
import { unfreezeSubject } from "./unfreeze-subject";

/**
 * Takes a request back before its purge has begun: gives back what was frozen for it, and destroys
 * the address it was made with. Under the request's lock.
 *
 * @throws ErasureError `wrong_state`.
 */
export async function takeBack(
  tx: Tx,
  ctx: ErasureContext,
  request: typeof erasureRequests.$inferSelect,
): Promise<void> {
  await assertNoRun(tx, request.id);
  await unfreezeSubject(tx, ctx, request);
  await transition(tx, ctx, request, "cancelled", { sealed: null, addressDigest: null });
}
