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
export type CreatedRequest = {
  id: string;
  state: RequestState;
  confirmationCode: string;
  subjectDigest: string;
};

/** {@link createRequests}, for one. */
export async function createRequest(
  tx: Tx,
  ctx: ErasureContext,
  request: NewRequest,
): Promise<CreatedRequest | null> {
  const [created] = await createRequests(tx, ctx, [request]);
  return created ?? null;
}

/**
 * Writes requests with their deadlines and their first transitions.
 *
 * Deadlines count from receipt (GDPR 12(3)); a profile that promises from verification moves the
 * second one when the requester verifies.
 *
 * @returns in their order; null where the subject has an open request: there is one at a time, and a
 * race for it is settled by the database.
 */
export async function createRequests(
  tx: Tx,
  ctx: ErasureContext,
  requests: readonly NewRequest[],
): Promise<(CreatedRequest | null)[]> {
  if (requests.length === 0) return [];
  const rows = await Promise.all(requests.map((request) => rowOf(ctx, request)));
  const written = await tx
    .insert(erasureRequests)
    // Two that write the same subjects wait for each other: in one order, neither for ever.
    .values(rows.toSorted((a, b) => (a.subjectDigest < b.subjectDigest ? -1 : 1)))
    .onConflictDoNothing()
    .returning({
      id: erasureRequests.id,
      state: erasureRequests.state,
      confirmationCode: erasureRequests.confirmationCode,
      subjectDigest: erasureRequests.subjectDigest,
    });
  const created = new Map(written.map((request) => [request.id, request]));

  const lines = rows.flatMap(({ id, state }) =>
    created.has(id) ? firstTransitions[state].map((line) => ({ ...line, requestId: id })) : [],
  );
  await recordTransitions(tx, ctx, lines);
  return rows.map(({ id }) => created.get(id) ?? null);
}

async function rowOf(
  ctx: ErasureContext,
  { content, locale = null, lost, ...request }: NewRequest,
) {
  const id = lost?.id ?? newId();
  const now = ctx.now();
  return {
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
    verifiedAt: request.state === "unverified" ? null : now,
  };
}

function languageOfMails({ rules }: ErasureContext, asked: string | null): string {
  const language = rules.languages.find((offered) => offered === asked) ?? rules.languages[0];
  if (language === undefined) throw new Error("The policy profile offers no language.");
  return language;
}
