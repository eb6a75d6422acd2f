import { eq } from "drizzle-orm";
import { erasureRequests } from "@/db/schema";
import { assertMay } from "./assert-may";
import type { ErasureContext } from "./context";
import { ErasureError } from "./errors";
import { mergeRequests } from "./merge-requests";

/**
 * Merges a request into the one with a confirmation code.
 *
 * @throws ErasureError as {@link mergeRequests} does; `not_found` also for a code that no request has.
 */
export async function mergeIntoCode(
  ctx: ErasureContext,
  { duplicateId, into }: { duplicateId: string; into: string },
): Promise<void> {
  assertMay(ctx, "merge_requests");
  const [found] = await ctx.db
    .select({ id: erasureRequests.id })
    .from(erasureRequests)
    .where(eq(erasureRequests.confirmationCode, into));
  if (found === undefined) throw new ErasureError("not_found", "There is no such request.");
  await mergeRequests(ctx, { duplicateId, intoId: found.id });
}
