import type { ErasureContext } from "./context";
import { onRequest } from "./on-request";
import { recordAct } from "./record-act";
import { takeBack } from "./take-back";

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
  await onRequest(ctx, requestId, "cancel_request", async (tx, request) => {
    await recordAct(tx, ctx, "cancelled", { requestId });
    await takeBack(tx, ctx, request);
  });
}
