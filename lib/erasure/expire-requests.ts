import { and, eq, gt, lte, notExists } from "drizzle-orm";
import { erasureRequests, verificationTokens } from "@/db/schema";
import { daysAfter } from "./calendar";
import type { ErasureContext } from "./context";
import { ErasureError } from "./errors";
import { transition } from "./transition";

/**
 * Lets go of requests that nobody verified in time, and destroys the address they were made with.
 * A link that still works keeps its request.
 *
 * @returns how many.
 */
export async function expireRequests(ctx: ErasureContext): Promise<number> {
  const receivedBefore = daysAfter(ctx.now(), -ctx.rules.unverifiedDays);
  const stale = await ctx.db
    .select({ id: erasureRequests.id, state: erasureRequests.state })
    .from(erasureRequests)
    .where(
      and(
        eq(erasureRequests.state, "unverified"),
        lte(erasureRequests.receivedAt, receivedBefore),
        notExists(
          ctx.db
            .select({ id: verificationTokens.id })
            .from(verificationTokens)
            .where(
              and(
                eq(verificationTokens.requestId, erasureRequests.id),
                gt(verificationTokens.expiresAt, ctx.now()),
              ),
            ),
        ),
      ),
    )
    .limit(1_000);
  let expired = 0;
  for (const request of stale) {
    const changes = { sealed: null, addressDigest: null };
    await ctx.db
      .transaction((tx) => transition(tx, ctx, request, "expired", changes))
      .then(() => {
        expired += 1;
      })
      .catch(ignoreMoved);
  }
  return expired;
}

/** Verified, or let go by another worker, since it was read. */
function ignoreMoved(error: unknown): void {
  if (!(error instanceof ErasureError) || error.code !== "wrong_state") throw error;
}
