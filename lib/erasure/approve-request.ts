import type { ErasureContext } from "./context";
import { ErasureError } from "./errors";
import { onRequest } from "./on-request";
import { scheduleRequest } from "./schedule-request";

/**
 * Lets a reviewed request go on: people have looked at who asks and for whom.
 *
 * @param subjectId the subject that the operator found; a Meta user's is found by the run itself.
 * @throws ErasureError `not_authorised` for anybody but an operator, `not_found`, `wrong_state`.
 */
export async function approveRequest(
  ctx: ErasureContext,
  { requestId, subjectId }: { requestId: string; subjectId: string | null },
): Promise<void> {
  await onRequest(ctx, requestId, "approve", async (tx, request) => {
    if (request.state !== "in_review") {
      throw new ErasureError("wrong_state", "Only a request in review can be approved.");
    }
    await scheduleRequest(tx, ctx, request, { subjectId, graceDays: ctx.rules.graceDays });
  });
}
