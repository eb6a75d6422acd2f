import { and, eq, lte } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import { daysAfter } from "./calendar";
import type { ErasureContext } from "./context";
import { transition } from "./transition";

/**
 * Lets go of requests that nobody verified in time, and destroys the address they were made with.
 *
 * @returns how many.
 */
export async function expireRequests(ctx: ErasureContext): Promise<number> {
  const receivedBefore = daysAfter(ctx.now(), -ctx.rules.unverifiedDays);
  const stale = await ctx.db
    .select({ id: erasureRequests.id, state: erasureRequests.state })
    .from(erasureRequests)
    .where(
      and(eq(erasureRequests.state, "unverified"), lte(erasureRequests.receivedAt, receivedBefore)),
    )
    .limit(1_000);
  for (const request of stale) {
    await ctx.db.transaction((tx) => transition(tx, ctx, request, "expired", { sealed: null }));
  }
  return stale.length;
}
