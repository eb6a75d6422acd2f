import { eq } from "drizzle-orm";
import { erasureRequests, verificationTokens } from "@/db/schema";
import { minutesAfter } from "./calendar";
import type { ErasureContext, Tx } from "./context";
import { oweMail } from "./owe-mail";
import { type SealedRequest, sealRequest } from "./sealed-request";

/**
 * Writes a fresh verification link of a request and owes the mail with it, whoever may have had how many.
 *
 * Only the digest of the secret is stored in the clear; the secret itself is sealed with the request's
 * content until the mail is sent.
 */
export async function writeVerification(
  tx: Tx,
  ctx: ErasureContext,
  requestId: string,
  content: SealedRequest,
): Promise<void> {
  const now = ctx.now();
  const { token, digest } = ctx.newToken();
  await tx.insert(verificationTokens).values({
    requestId,
    tokenDigest: digest,
    createdAt: now,
    expiresAt: minutesAfter(now, ctx.rules.verificationValidMinutes),
  });
  await tx
    .update(erasureRequests)
    .set({
      sealed: await sealRequest(ctx.vault, requestId, { ...content, verificationToken: token }),
    })
    .where(eq(erasureRequests.id, requestId));
  await oweMail(tx, ctx, requestId, "verify");
}
