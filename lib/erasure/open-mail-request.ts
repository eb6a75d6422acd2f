import { and, desc, eq, notInArray } from "drizzle-orm";
import { erasureRequests, verificationTokens } from "@/db/schema";
import { askedSubject } from "./asked-subject";
import { assertOffered } from "./assert-offered";
import type { ErasureContext, Tx } from "./context";
import { createRequest } from "./create-requests";
import { findOpenRequest } from "./find-open-request";
import { issueVerification } from "./issue-verification";
import type { RequestState } from "./status";
import { closedStates } from "./transition";

/** More links than these are never sent for one request, however often its address writes. */
const mostLinks = 3;

type MailedRequest = {
  /** The address the mail claims to come from, normalised. */
  email: string;
  /** What was written, for the people who look at it. */
  text: string;
  locale: string;
};

/**
 * Opens a request for the address that a mail claims to come from, and owes it a verification link.
 *
 * The sender's name on a mail proves nothing, so nothing is looked up and nothing happens before
 * the link is followed. A mail of an address that has an open request changes nothing; where that
 * is unverified and its last link has run out, a fresh one is sent, a few times and no more, so that
 * not even a machine that answers every mail can keep us writing.
 *
 * @throws ErasureError `channel_closed`.
 */
export async function openMailRequest(
  ctx: ErasureContext,
  { email, text, locale }: MailedRequest,
): Promise<{ requestId: string; isNew: boolean }> {
  assertOffered(ctx, "email");
  const addressDigest = ctx.vault.digest("email", email);
  const subject = askedSubject(ctx.vault, {
    email,
    requester: "workspace_admin",
    concern: "account",
  });
  for (;;) {
    const opened = await ctx.db.transaction(async (tx) => {
      const open = await findMailed(tx, addressDigest);
      const created =
        open === null
          ? await createRequest(tx, ctx, {
              state: "unverified",
              channel: "email",
              requesterKind: "workspace_admin",
              subjectKind: subject.kind,
              subjectDigest: subject.digest,
              addressDigest,
              locale,
              content: { email, details: { description: text } },
            })
          : null;
      const request = created ?? open ?? (await findOpenRequest(tx, subject));
      // None when the open one ended between the two statements: then there is room for a new one.
      if (request === null) return null;
      if (created !== null || (await mayLinkAgain(tx, ctx, request))) {
        await issueVerification(tx, ctx, request.id);
      }
      return { requestId: request.id, isNew: created !== null };
    });
    if (opened !== null) return opened;
  }
}

type OpenRequest = { id: string; state: RequestState };

/** The open request that an address has made by mail, whatever it has turned out to be about. */
async function findMailed(tx: Tx, addressDigest: string): Promise<OpenRequest | null> {
  const [open] = await tx
    .select({ id: erasureRequests.id, state: erasureRequests.state })
    .from(erasureRequests)
    .where(
      and(
        eq(erasureRequests.addressDigest, addressDigest),
        eq(erasureRequests.channel, "email"),
        notInArray(erasureRequests.state, [...closedStates]),
      ),
    )
    .orderBy(desc(erasureRequests.receivedAt))
    .limit(1);
  return open ?? null;
}

async function mayLinkAgain(tx: Tx, ctx: ErasureContext, request: OpenRequest): Promise<boolean> {
  if (request.state !== "unverified") return false;
  const links = await tx
    .select({ expiresAt: verificationTokens.expiresAt })
    .from(verificationTokens)
    .where(eq(verificationTokens.requestId, request.id));
  return links.length < mostLinks && links.every(({ expiresAt }) => expiresAt <= ctx.now());
}
