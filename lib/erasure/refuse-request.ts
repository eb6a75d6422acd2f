import type { erasureRequests } from "@/db/schema";
import { assertNoRun } from "./assert-no-run";
import type { ErasureContext, Tx } from "./context";
import { onRequest } from "./on-request";
import { oweMail } from "./owe-mail";
import { recordAct } from "./record-act";
import { openSealedRequest } from "./sealed-request";
import type { RefusalReason } from "./status";
import { transition } from "./transition";
import { unfreezeSubject } from "./unfreeze-subject";

/**
 * Refuses a request for a typed reason, which the mail and the status page state together with the
 * right to complain (GDPR 12(4)).
 *
 * @throws ErasureError `not_authorised` for anybody but an operator, `not_found`, `wrong_state`.
 */
export async function refuseRequest(
  ctx: ErasureContext,
  { requestId, reason }: { requestId: string; reason: RefusalReason },
): Promise<void> {
  await onRequest(ctx, requestId, "refuse_request", async (tx, request) => {
    await assertNoRun(tx, requestId);
    await recordAct(tx, ctx, "refused", { requestId, detail: { reason } });
    await refuse(tx, ctx, request, reason);
  });
}

/** The refusal itself. The address is destroyed with the seal once the mail is sent. */
export async function refuse(
  tx: Tx,
  ctx: ErasureContext,
  request: Pick<
    typeof erasureRequests.$inferSelect,
    "id" | "state" | "sealed" | "subjectKind" | "subjectId"
  >,
  reason: RefusalReason,
): Promise<void> {
  const { email } = await openSealedRequest(ctx.vault, request.id, request.sealed);
  await unfreezeSubject(tx, ctx, request);
  await transition(tx, ctx, request, "refused", {
    refusalReason: reason,
    addressDigest: null,
    ...(email === undefined ? { sealed: null } : {}),
  });
  if (email !== undefined) await oweMail(tx, ctx, request.id, "refused");
}
