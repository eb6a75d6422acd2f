import { eq } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import { ErasureError } from "./errors";
import { unfreeze } from "./freeze-subject";
import { hasRun } from "./has-run";
import { oweMail } from "./owe-mail";
import { openSealedRequest } from "./sealed-request";
import type { RefusalReason } from "./status";
import { transition } from "./transition";

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
  if (ctx.actor.type !== "operator") {
    throw new ErasureError("not_authorised", "Only an operator may refuse a request.");
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
  await unfreeze(tx, request);
  await transition(tx, ctx, request, "refused", {
    refusalReason: reason,
    addressDigest: null,
    ...(email === undefined ? { sealed: null } : {}),
  });
  if (email !== undefined) await oweMail(tx, ctx, request.id, "refused");
}
