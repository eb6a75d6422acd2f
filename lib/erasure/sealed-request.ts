import { z } from "zod";
import type { Vault } from "./context";
import { RecipientChoices, RequestDetails } from "./schemas";

/** A question to the requester, and their answer: nobody has checked what it says. */
export const SealedQuestion = z.strictObject({
  id: z.uuid(),
  /** The mail that asks it. */
  mailId: z.uuid(),
  text: z.string(),
  /** The secret of its reply link, until it is answered. */
  replyToken: z.string().optional(),
  answer: z.string().optional(),
});
export type SealedQuestion = z.infer<typeof SealedQuestion>;

/**
 * What must be readable until a request ends: whom to write to and what to match.
 *
 * Stored encrypted in `erasure_requests.sealed`, bound to the request's id, and destroyed after
 * the last mail.
 */
export const SealedRequest = z.strictObject({
  email: z.string().optional(),
  metaUserId: z.string().optional(),
  workspaceSlug: z.string().optional(),
  /** Whose contact it is: another workspace may have one by the same id. */
  workspaceId: z.string().optional(),
  businessName: z.string().optional(),
  /** What the owner said of a workspace's number and templates. */
  choices: RecipientChoices.optional(),
  /** What else the form asked for and was told, for the people who look at it. */
  details: RequestDetails.optional(),
  /** What people asked beyond that, oldest first. */
  questions: z.array(SealedQuestion).optional(),
  /** The secret of the newest verification link, until it is used. */
  verificationToken: z.string().optional(),
  /** The secret of the link by which a scheduled request is taken back. */
  cancellationToken: z.string().optional(),
});
export type SealedRequest = z.infer<typeof SealedRequest>;

export async function sealRequest(
  vault: Vault,
  requestId: string,
  content: SealedRequest,
): Promise<string> {
  return await vault.seal(JSON.stringify(content), requestId);
}

/** @throws when the seal was made for another request or under another key. */
export async function openSealedRequest(
  vault: Vault,
  requestId: string,
  sealed: string | null,
): Promise<SealedRequest> {
  if (sealed === null) return {};
  return SealedRequest.parse(JSON.parse(await vault.open(sealed, requestId)));
}
