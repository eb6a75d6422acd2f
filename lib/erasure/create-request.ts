import { erasureRequests } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { daysAfter, hoursAfter } from "./calendar";
import type { ErasureContext, Tx } from "./context";
import { identifierDigests } from "./identifier-digests";
import { recordTransitions } from "./record-transitions";
import { type SealedRequest, sealRequest } from "./sealed-request";
import type { RequestState } from "./status";

type NewRequest = Pick<
  typeof erasureRequests.$inferInsert,
  "channel" | "requesterKind" | "subjectKind" | "subjectDigest" | "subjectId" | "addressDigest"
> & {
  state: keyof typeof firstTransitions;
  /** The language it was asked in, where somebody could say. */
  locale?: string | null;
  content: SealedRequest;
  /** Those of a request that was lost and is written again. */
  lost?: { id: string; confirmationCode: string };
};

/** How a request comes to the state in which it is written. */
const firstTransitions = {
  unverified: [{ from: null, to: "unverified" }],
  verified: [{ from: null, to: "verified" }],
  scheduled: [
    { from: null, to: "verified" },
    { from: "verified", to: "scheduled" },
  ],
} as const satisfies Partial<Record<RequestState, unknown>>;

/** A request as the verbs that create one need it back. */
export type CreatedRequest = { id: string; state: RequestState; confirmationCode: string };

/**
 * Writes a request with its deadlines and its first transitions.
 *
 * Deadlines count from receipt (GDPR 12(3)); a profile that promises from verification moves the
 * second one when the requester verifies.
 *
 * @returns null when the subject has an open request: there is one at a time, and a race for it
 * is settled by the database.
 */
export async function createRequest(
  tx: Tx,
  ctx: ErasureContext,
  { content, locale = null, lost, ...request }: NewRequest,
): Promise<CreatedRequest | null> {
  const id = lost?.id ?? newId();
  const now = ctx.now();
  const [created] = await tx
    .insert(erasureRequests)
    .values({
      ...request,
      id,
      confirmationCode: lost?.confirmationCode ?? ctx.newConfirmationCode(),
      identifierDigests: identifierDigests(ctx.vault, content),
      sealed: await sealRequest(ctx.vault, id, content),
      locale: languageOfMails(ctx, locale),
      policyProfile: ctx.rules.profile,
      policyVersion: ctx.rules.version,
      receivedAt: now,
      acknowledgeBy: hoursAfter(now, ctx.rules.acknowledgeWithinHours),
      dueAt: daysAfter(now, ctx.rules.completeWithinDays),
      ...(request.state === "unverified" ? {} : { verifiedAt: now }),
    })
    .onConflictDoNothing()
    .returning({
      id: erasureRequests.id,
      state: erasureRequests.state,
      confirmationCode: erasureRequests.confirmationCode,
    });
  if (created === undefined) return null;

  await recordTransitions(tx, ctx, created.id, firstTransitions[request.state]);
  return created;
}

function languageOfMails({ rules }: ErasureContext, asked: string | null): string {
  const language = rules.languages.find((offered) => offered === asked) ?? rules.languages[0];
  if (language === undefined) throw new Error("The policy profile offers no language.");
  return language;
}
