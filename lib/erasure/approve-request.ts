import { eq } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import type { ErasureContext } from "./context";
import { ErasureError } from "./errors";
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
  if (ctx.actor.type !== "operator") {
    throw new ErasureError("not_authorised", "Only an operator may approve a request.");
  }
  await ctx.db.transaction(async (tx) => {
    const [request] = await tx
      .select()
      .from(erasureRequests)
      .where(eq(erasureRequests.id, requestId))
      .for("update");
    if (request === undefined) throw new ErasureError("not_found", "There is no such request.");
    if (request.state !== "in_review") {
      throw new ErasureError("wrong_state", "Only a request in review can be approved.");
    }
    await scheduleRequest(tx, ctx, request, { subjectId, graceDays: ctx.rules.graceDays });
  });
}
