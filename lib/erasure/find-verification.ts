import { eq } from "drizzle-orm";
import { erasureRequests, verificationTokens } from "@/db/schema";
import type { Db, ErasureContext, Tx } from "./context";
import { VerificationToken } from "./schemas";

export type FoundVerification =
  | { state: "unknown" }
  | { state: "used"; confirmationCode: string }
  /** The link's time is over; `isOpen` while a fresh one can still be had for the same request. */
  | { state: "expired"; requestId: string; isOpen: boolean }
  | {
      state: "valid";
      tokenId: string;
      expiresAt: Date;
      request: typeof erasureRequests.$inferSelect;
    };

/**
 * What a verification link is worth now. Reads only.
 *
 * A link is spent when its request has left `unverified` by any link; a malformed and a forged one
 * are both unknown, and both are looked for.
 */
export async function findVerification(
  db: Db | Tx,
  ctx: ErasureContext,
  token: string,
): Promise<FoundVerification> {
  const given = VerificationToken.safeParse(token);
  const [found] = await db
    .select({ token: verificationTokens, request: erasureRequests })
    .from(verificationTokens)
    .innerJoin(erasureRequests, eq(erasureRequests.id, verificationTokens.requestId))
    .where(eq(verificationTokens.tokenDigest, ctx.digestToken(given.data ?? "")));
  if (found === undefined) return { state: "unknown" };

  const { request } = found;
  if (request.state === "expired") {
    return { state: "expired", requestId: request.id, isOpen: false };
  }
  if (request.state !== "unverified") {
    return { state: "used", confirmationCode: request.confirmationCode };
  }
  if (found.token.expiresAt <= ctx.now()) {
    return { state: "expired", requestId: request.id, isOpen: true };
  }
  return { state: "valid", tokenId: found.token.id, expiresAt: found.token.expiresAt, request };
}
