import type { ErasureContext } from "./context";
import { findVerification } from "./find-verification";
import { reviewOf } from "./review-of";
import type { Review, SubjectKind } from "./status";

export type VerificationDescription =
  | { state: "valid"; subjectKind: SubjectKind; review: Review | null; expiresAt: Date }
  | { state: "used"; confirmationCode: string }
  | { state: "expired" }
  | { state: "unknown" };

/** What a link would do, for the page that asks before it acts. Changes nothing, however often read. */
export async function describeVerification(
  ctx: ErasureContext,
  token: string,
): Promise<VerificationDescription> {
  const found = await findVerification(ctx.db, ctx, token);
  switch (found.state) {
    case "valid":
      return {
        state: "valid",
        subjectKind: found.request.subjectKind,
        review: reviewOf(ctx.rules, found.request),
        expiresAt: found.expiresAt,
      };
    case "expired":
      return { state: "expired" };
    default:
      return found;
  }
}
