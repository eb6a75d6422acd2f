import type { ErasureContext } from "./context";
import { findCancellation } from "./find-cancellation";
import type { SubjectKind } from "./status";

export type CancellationDescription =
  | { state: "unknown" }
  | { state: "over"; confirmationCode: string }
  | { state: "open"; confirmationCode: string; subjectKind: SubjectKind; purgeAfter: Date | null };

/** What following a link for taking a request back would do. Changes nothing: mail scanners look, too. */
export async function describeCancellation(
  ctx: ErasureContext,
  token: string,
): Promise<CancellationDescription> {
  const found = await findCancellation(ctx.db, ctx, token);
  if (found.state === "unknown") return { state: "unknown" };
  const { confirmationCode, subjectKind, purgeAfter } = found.request;
  return found.state === "over"
    ? { state: "over", confirmationCode }
    : { state: "open", confirmationCode, subjectKind, purgeAfter };
}
