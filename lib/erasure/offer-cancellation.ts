import { eq } from "drizzle-orm";
import { cancellationTokens, erasureRequests } from "@/db/schema";
import type { ErasureContext, Tx } from "./context";
import { openSealedRequest, sealRequest } from "./sealed-request";

/**
 * Makes the link by which a request's requester can take it back, for the mail that acknowledges it.
 *
 * Only the digest of its secret is stored in the clear. Where there is no address to write to, it
 * does nothing.
 */
export async function offerCancellation(
  tx: Tx,
  ctx: ErasureContext,
  requestId: string,
): Promise<void> {
  const [request] = await tx
    .select({ sealed: erasureRequests.sealed })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId));
  const content = await openSealedRequest(ctx.vault, requestId, request?.sealed ?? null);
  if (content.email === undefined) return;

  const { token, digest } = ctx.newToken();
  await tx
    .insert(cancellationTokens)
    .values({ requestId, tokenDigest: digest, createdAt: ctx.now() });
  await tx
    .update(erasureRequests)
    .set({
      sealed: await sealRequest(ctx.vault, requestId, { ...content, cancellationToken: token }),
    })
    .where(eq(erasureRequests.id, requestId));
}
