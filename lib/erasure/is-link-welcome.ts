import { and, eq, gt } from "drizzle-orm";
import { erasureMails, erasureRequests, mailEvents, verificationTokens } from "@/db/schema";
import { hoursAfter } from "./calendar";
import type { ErasureContext, Tx } from "./context";

/** A second link within this time would only be a way to fill somebody's mailbox. */
const quietMilliseconds = 60_000;

/** Links to one address, over all requests, whoever asks for them. */
const limits = [
  { links: 3, hours: 1 },
  { links: 6, hours: 24 },
];

type Request = Pick<typeof erasureRequests.$inferSelect, "id" | "addressDigest">;

/**
 * Whether a request's address may be sent another link: not within a minute of its last one, past the
 * address's limits, or once its reader has complained of such a mail. Asks the same whatever it finds.
 */
export async function isLinkWelcome(
  tx: Tx,
  { now }: Pick<ErasureContext, "now">,
  request: Request,
): Promise<boolean> {
  const isLimited = await isPastLimits(tx, request, now());
  const isUnwanted = await isComplainedOf(tx, request);
  return !isLimited && !isUnwanted;
}

function ofSameAddress({ id, addressDigest }: Request) {
  return addressDigest === null
    ? eq(erasureRequests.id, id)
    : eq(erasureRequests.addressDigest, addressDigest);
}

/** Whether the reader of this address has told the provider that our mail is not wanted. */
async function isComplainedOf(tx: Tx, request: Request): Promise<boolean> {
  const complaints = await tx
    .select({ id: erasureMails.id })
    .from(erasureRequests)
    .innerJoin(erasureMails, eq(erasureMails.requestId, erasureRequests.id))
    .innerJoin(mailEvents, eq(mailEvents.providerId, erasureMails.providerId))
    .where(and(ofSameAddress(request), eq(mailEvents.kind, "complained")))
    .limit(1);
  return complaints.length > 0;
}

async function isPastLimits(tx: Tx, request: Request, now: Date): Promise<boolean> {
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
