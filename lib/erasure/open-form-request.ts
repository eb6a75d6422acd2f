import { askedSubject } from "./asked-subject";
import { assertOffered } from "./assert-offered";
import type { ErasureContext } from "./context";
import { createRequest } from "./create-request";
import { findOpenRequest } from "./find-open-request";
import { issueVerification } from "./issue-verification";
import { type DeletionRequest, RequestDetails } from "./schemas";
import type { SealedRequest } from "./sealed-request";

/**
 * Opens a request from the public form and owes its address a verification link.
 *
 * Looks up nothing about the address: it does the same work, and answers the same, whether or not
 * we know it. Asking again while a request is unverified sends a fresh link for the same request;
 * asking again later changes nothing. One address gets so many links and no more, whoever asks and
 * for whatever.
 *
 * @param locale the language that the form was read in; the request and its mails keep it.
 * @returns the request while it is unverified, for what is handed in with it; never to be shown.
 * @throws ErasureError `channel_closed`.
 */
export async function openFormRequest(
  ctx: ErasureContext,
  input: DeletionRequest,
  locale: string | null = null,
): Promise<{ requestId: string | null }> {
  assertOffered(ctx, "form");
  const subject = askedSubject(ctx.vault, { ...input, scope: scopeOf(input) });
  const content: SealedRequest = {
    email: input.email,
    ...(input.workspaceSlug ? { workspaceSlug: input.workspaceSlug } : {}),
    ...(input.businessName ? { businessName: input.businessName } : {}),
    ...(input.concern === "meta_login" && input.metaUserId ? { metaUserId: input.metaUserId } : {}),
    details: RequestDetails.parse(input),
  };

  return await ctx.db.transaction(async (tx) => {
    const created = await createRequest(tx, ctx, {
      state: "unverified",
      channel: "form",
      locale,
      requesterKind: input.requester,
      subjectKind: subject.kind,
      subjectDigest: subject.digest,
      addressDigest: ctx.vault.digest("email", input.email),
      content,
    });
    const request = created ?? (await findOpenRequest(tx, subject));
    if (request?.state !== "unverified") return { requestId: null };
    await issueVerification(tx, ctx, request.id);
    return { requestId: request.id };
  });
}

/** What sets one request of an address apart from another. */
function scopeOf(input: DeletionRequest): string {
  if (input.concern === "workspace") return input.workspaceSlug ?? "";
  if (input.concern === "customer_records") return input.businessName?.toLowerCase() ?? "";
  if (input.concern === "meta_login") return input.metaUserId ?? "";
  return "";
}
