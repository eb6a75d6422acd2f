import { and, eq, gt } from "drizzle-orm";
import { erasureRequests, verificationTokens } from "@/db/schema";
import { hoursAfter, minutesAfter } from "./calendar";
import type { ErasureContext, Tx } from "./context";
import { oweMail } from "./owe-mail";
import { openSealedRequest, sealRequest } from "./sealed-request";

/** A second link within this time would only be a way to fill somebody's mailbox. */
const quietMilliseconds = 60_000;

/** Links to one address, over all requests, whoever asks for them. */
const limits = [
  { links: 3, hours: 1 },
  { links: 6, hours: 24 },
];

/**
 * Makes a fresh verification link for an unverified request and owes its address the mail.
 *
 * Only the digest of the secret is stored in the clear; the secret itself is sealed until the mail
 * is sent. Within a minute of the last one, past the address's limits, or once the request is no
 * longer unverified, it does nothing.
 */
export async function issueVerification(
  tx: Tx,
  ctx: ErasureContext,
  requestId: string,
): Promise<void> {
  const now = ctx.now();
  const [request] = await tx
    .select()
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId))
    .for("update");
  if (request?.state !== "unverified") return;
  if (await isLimited(tx, request, now)) return;

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

async function isLimited(
  tx: Tx,
  request: typeof erasureRequests.$inferSelect,
  now: Date,
): Promise<boolean> {
  const sameAddress =
    request.addressDigest === null
      ? eq(erasureRequests.id, request.id)
      : eq(erasureRequests.addressDigest, request.addressDigest);
  const links = await tx
    .select({ requestId: verificationTokens.requestId, at: verificationTokens.createdAt })
    .from(verificationTokens)
    .innerJoin(erasureRequests, eq(erasureRequests.id, verificationTokens.requestId))
    .where(and(sameAddress, gt(verificationTokens.createdAt, hoursAfter(now, -24))));
  const isJustAsked = links.some(
    (link) =>
      link.requestId === request.id && now.getTime() - link.at.getTime() < quietMilliseconds,
  );
  return (
    isJustAsked ||
    limits.some(
      (limit) => links.filter(({ at }) => at > hoursAfter(now, -limit.hours)).length >= limit.links,
    )
  );
}
