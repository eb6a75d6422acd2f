import { and, eq, isNull } from "drizzle-orm";
import { erasureRequests, verificationTokens } from "@/db/schema";
import { daysAfter } from "./calendar";
import type { ErasureContext } from "./context";
import { decideRequest } from "./decide-request";
import { findVerification } from "./find-verification";
import { openSealedRequest, sealRequest } from "./sealed-request";
import { transition } from "./transition";

export type VerificationOutcome =
  | { state: "verified"; confirmationCode: string }
  | { state: "used"; confirmationCode: string }
  | { state: "expired" }
  | { state: "unknown" };

/**
 * Spends a verification link: the requester controls the address, so the request goes on.
 *
 * Single use, also under concurrency: of two at once, one verifies and the other finds it used.
 * Whatever follows (schedule, review or refusal) is decided and written in the same transaction.
 */
export async function verifyRequest(
  ctx: ErasureContext,
  token: string,
): Promise<VerificationOutcome> {
  return await ctx.db.transaction(async (tx) => {
    const found = await findVerification(tx, ctx, token);
    if (found.state === "expired") return { state: "expired" };
    if (found.state !== "valid") return found;

    const { confirmationCode, id, state } = found.request;
    const now = ctx.now();
    const [spent] = await tx
      .update(verificationTokens)
      .set({ usedAt: now })
      .where(and(eq(verificationTokens.id, found.tokenId), isNull(verificationTokens.usedAt)))
      .returning({ id: verificationTokens.id });
    if (spent === undefined) return { state: "used", confirmationCode };

    // The row lock orders two different links of one request.
    const [request] = await tx
      .select()
      .from(erasureRequests)
      .where(and(eq(erasureRequests.id, id), eq(erasureRequests.state, state)))
      .for("update");
    if (request === undefined) return { state: "used", confirmationCode };

    const { verificationToken: _spent, ...content } = await openSealedRequest(
      ctx.vault,
      id,
      request.sealed,
    );
    await transition(tx, ctx, request, "verified", {
      verifiedAt: now,
      sealed: await sealRequest(ctx.vault, id, content),
      ...(ctx.rules.dueFrom === "verification"
        ? { dueAt: daysAfter(now, ctx.rules.completeWithinDays) }
        : {}),
    });
    await decideRequest(tx, ctx, { ...request, state: "verified" }, content);
    return { state: "verified", confirmationCode };
  });
}
