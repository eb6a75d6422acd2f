import { newId } from "@/db/schema/columns";
import { askedSubject } from "./asked-subject";
import { assertOffered } from "./assert-offered";
import type { ErasureContext } from "./context";
import { createRequest } from "./create-requests";
import { findOpenRequest } from "./find-open-request";
import { isLinkWelcome } from "./is-link-welcome";
import { keepOrUndo } from "./keep-or-undo";
import { lockUnverified } from "./lock-unverified";
import { type DeletionRequest, RequestDetails } from "./schemas";
import { openSealedRequest, type SealedRequest } from "./sealed-request";
import { writeVerification } from "./write-verification";

/**
 * Opens a request from the public form and owes its address a verification link.
 *
 * Looks up nothing about the address: it does the same work, and answers the same, whether or not
 * we know it. Asking again while a request is unverified sends a fresh link for the same request;
 * asking again later changes nothing. One address gets so many links and no more, whoever asks and
 * for whatever. Whoever asks again is not told so by the time that it takes either: a request and a
 * link are written in any case, and where there is to be none that is undone.
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
  const addressDigest = ctx.vault.digest("email", input.email);

  return await ctx.db.transaction(async (tx) => {
    const open = await findOpenRequest(tx, subject);
    const created = await keepOrUndo(tx, open === null, () =>
      createRequest(tx, ctx, {
        state: "unverified",
        channel: "form",
        locale,
        requesterKind: input.requester,
        subjectKind: subject.kind,
        subjectDigest: open === null ? subject.digest : nobodysDigest(ctx),
        addressDigest,
        content,
      }),
    );
    // Neither, where another has opened it between the two statements.
    const request = open ?? created ?? (await findOpenRequest(tx, subject));
    const requestId = request?.id ?? newId();
    const locked = await lockUnverified(tx, requestId);
    const isWelcome = await isLinkWelcome(tx, ctx, { id: requestId, addressDigest });
    const sealed =
      locked === null ? content : await openSealedRequest(ctx.vault, requestId, locked.sealed);
    await keepOrUndo(tx, locked !== null && isWelcome, () =>
      writeVerification(tx, ctx, requestId, sealed),
    );
    return { requestId: locked === null ? null : requestId };
  });
}

/** Of a request that will not be. */
function nobodysDigest({ vault, newConfirmationCode }: ErasureContext): string {
  return vault.digest("email", newConfirmationCode());
}

/** What sets one request of an address apart from another. */
function scopeOf(input: DeletionRequest): string {
  if (input.concern === "workspace") return input.workspaceSlug ?? "";
  if (input.concern === "customer_records") return input.businessName?.toLowerCase() ?? "";
  if (input.concern === "meta_login") return input.metaUserId ?? "";
  return "";
}
