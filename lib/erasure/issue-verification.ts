import { desc, eq } from "drizzle-orm";
import { erasureRequests, verificationTokens } from "@/db/schema";
import { minutesAfter } from "./calendar";
import type { ErasureContext, Tx } from "./context";
import { oweMail } from "./owe-mail";
import { openSealedRequest, sealRequest } from "./sealed-request";

/** A second link within this time would only be a way to fill somebody's mailbox. */
const quietMilliseconds = 60_000;

/**
 * Makes a fresh verification link for an unverified request and owes its address the mail.
 *
 * Only the digest of the secret is stored in the clear; the secret itself is sealed until the mail
 * is sent. Within a minute of the last one it does nothing.
 */
export async function issueVerification(
  tx: Tx,
  ctx: ErasureContext,
  requestId: string,
): Promise<void> {
  const now = ctx.now();
  const [request] = await tx
    .select({ sealed: erasureRequests.sealed })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId))
    .for("update");
  const [newest] = await tx
    .select({ createdAt: verificationTokens.createdAt })
    .from(verificationTokens)
    .where(eq(verificationTokens.requestId, requestId))
    .orderBy(desc(verificationTokens.createdAt))
    .limit(1);
  if (request === undefined) return;
  if (newest !== undefined && now.getTime() - newest.createdAt.getTime() < quietMilliseconds)
    return;

  const { token, digest } = ctx.newToken();
  const content = await openSealedRequest(ctx.vault, requestId, request.sealed);
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
