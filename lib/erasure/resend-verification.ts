import type { ErasureContext } from "./context";
import { findVerification } from "./find-verification";
import { issueVerification } from "./issue-verification";

/**
 * Sends a fresh link to the address that an expired link was sent to.
 *
 * Does nothing for any other link. A request that was itself let go needs a new form.
 */
export async function resendVerification(ctx: ErasureContext, token: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const found = await findVerification(tx, ctx, token);
    if (found.state === "expired") await issueVerification(tx, ctx, found.requestId);
  });
}
