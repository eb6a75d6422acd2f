import { eq } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import type { ErasureContext } from "./context";
import { findCancellation } from "./find-cancellation";
import { takeBack } from "./take-back";

export type CancellationOutcome =
  | { state: "unknown" }
  | { state: "cancelled" | "over"; confirmationCode: string };

/**
 * Takes a scheduled request back for whoever holds the link that its mail carried.
 *
 * Of two at once, or of one beside the start of the purge, one wins: the other finds it over.
 */
export async function cancelByLink(
  ctx: ErasureContext,
  token: string,
): Promise<CancellationOutcome> {
  const link = await findCancellation(ctx.db, ctx, token);
  if (link.state === "unknown") return { state: "unknown" };
  return await ctx.db.transaction(async (tx) => {
    await tx
      .select({ id: erasureRequests.id })
      .from(erasureRequests)
      .where(eq(erasureRequests.id, link.request.id))
      .for("update");
    const found = await findCancellation(tx, ctx, token);
    const { confirmationCode } = link.request;
    if (found.state !== "open") return { state: "over", confirmationCode };
    await takeBack(tx, ctx, found.request);
    return { state: "cancelled", confirmationCode };
  });
}
