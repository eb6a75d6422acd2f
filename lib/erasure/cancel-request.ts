import { assertNoRun } from "./assert-no-run";
import type { ErasureContext } from "./context";
import { onRequest } from "./on-request";
import { transition } from "./transition";
import { unfreezeSubject } from "./unfreeze-subject";

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
  await onRequest(ctx, requestId, "cancel", async (tx, request) => {
    await assertNoRun(tx, requestId);
    await unfreezeSubject(tx, ctx, request);
    await transition(tx, ctx, request, "cancelled", { sealed: null, addressDigest: null });
  });
}
