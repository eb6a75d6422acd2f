import { and, eq, gt } from "drizzle-orm";
import { erasureMails, erasureRequests, mailEvents, verificationTokens } from "@/db/schema";
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
 * is sent. Within a minute of the last one, past the address's limits, once its reader has complained
 * of such a mail, or once the request is no longer unverified, it does nothing.
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
  if ((await isLimited(tx, request, now)) || (await isUnwanted(tx, request))) return;

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

type Request = typeof erasureRequests.$inferSelect;

function ofSameAddress({ id, addressDigest }: Request) {
  return addressDigest === null
    ? eq(erasureRequests.id, id)
    : eq(erasureRequests.addressDigest, addressDigest);
}

/** Whether the reader of this address has told the provider that our mail is not wanted. */
async function isUnwanted(tx: Tx, request: Request): Promise<boolean> {
  const complaints = await tx
    .select({ id: erasureMails.id })
    .from(erasureRequests)
    .innerJoin(erasureMails, eq(erasureMails.requestId, erasureRequests.id))
    .innerJoin(mailEvents, eq(mailEvents.providerId, erasureMails.providerId))
    .where(and(ofSameAddress(request), eq(mailEvents.kind, "complained")))
    .limit(1);
  return complaints.length > 0;
}

async function isLimited(tx: Tx, request: Request, now: Date): Promise<boolean> {
  const links = await tx
    .select({ requestId: verificationTokens.requestId, at: verificationTokens.createdAt })
    .from(verificationTokens)
    .innerJoin(erasureRequests, eq(erasureRequests.id, verificationTokens.requestId))
    .where(and(ofSameAddress(request), gt(verificationTokens.createdAt, hoursAfter(now, -24))));
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
