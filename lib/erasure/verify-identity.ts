import { daysAfter } from "./calendar";
import type { ErasureContext } from "./context";
import { ErasureError } from "./errors";
import { onRequest } from "./on-request";
import { oweMail } from "./owe-mail";
import { recordAct } from "./record-act";
import { openSealedRequest, sealRequest } from "./sealed-request";
import { transition } from "./transition";

/**
 * Takes an unverified request as verified: people have made sure, in another way than by the mailed
 * link, who asks. It then waits for review, where they say whom it is about.
 *
 * The link stops working, and the receipt is mailed where there is an address.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator, `not_found`, `wrong_state`.
 */
export async function verifyIdentity(
  ctx: ErasureContext,
  { requestId }: { requestId: string },
): Promise<void> {
  await onRequest(ctx, requestId, "verify_identity", async (tx, request) => {
    if (request.state !== "unverified") {
      throw new ErasureError("wrong_state", "Only an unverified request can be verified.");
    }
    const { verificationToken: _spent, ...content } = await openSealedRequest(
      ctx.vault,
      request.id,
      request.sealed,
    );
    const verifiedAt = ctx.now();
    await transition(tx, ctx, request, "verified", {
      verifiedAt,
      sealed: await sealRequest(ctx.vault, request.id, content),
      ...(ctx.rules.dueFrom === "verification"
        ? { dueAt: daysAfter(verifiedAt, ctx.rules.completeWithinDays) }
        : {}),
    });
    await transition(tx, ctx, { id: request.id, state: "verified" }, "in_review");
    await recordAct(tx, ctx, "identity_verified", { requestId });
    if (content.email !== undefined) await oweMail(tx, ctx, request.id, "received");
  });
}
