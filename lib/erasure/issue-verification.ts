import type { ErasureContext, Tx } from "./context";
import { isLinkWelcome } from "./is-link-welcome";
import { lockUnverified } from "./lock-unverified";
import { openSealedRequest } from "./sealed-request";
import { writeVerification } from "./write-verification";

/**
 * Makes a fresh verification link for an unverified request and owes its address the mail.
 *
 * Where no more links are welcome, or the request is no longer unverified, it does nothing.
 */
export async function issueVerification(
  tx: Tx,
  ctx: ErasureContext,
  requestId: string,
): Promise<void> {
  const locked = await lockUnverified(tx, requestId);
  if (locked === null) return;
  const { addressDigest, sealed } = locked;
  if (!(await isLinkWelcome(tx, ctx, { id: requestId, addressDigest }))) return;
  const content = await openSealedRequest(ctx.vault, requestId, sealed);
  await writeVerification(tx, ctx, requestId, content);
}
