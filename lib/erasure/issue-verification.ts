import { eq } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import { isLinkWelcome } from "./is-link-welcome";
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
  const [request] = await tx
    .select()
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId))
    .for("update");
  if (request?.state !== "unverified") return;
  if (!(await isLinkWelcome(tx, ctx, request))) return;
  const content = await openSealedRequest(ctx.vault, requestId, request.sealed);
  await writeVerification(tx, ctx, requestId, content);
}
