import { and, eq, isNull } from "drizzle-orm";
import { legalHolds } from "@/db/schema";
import type { ErasureContext } from "./context";
import { ErasureError } from "./errors";
import { resumeHeld } from "./resume-held";

/**
 * Ends a legal hold, and goes on with what it had stopped, without anyone having to remember.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator, `not_found`.
 */
export async function releaseHold(
  ctx: ErasureContext,
  { holdId }: { holdId: string },
): Promise<void> {
  if (ctx.actor.type !== "operator") {
    throw new ErasureError("not_authorised", "Only an operator may release a legal hold.");
  }
  const released = await ctx.db
    .update(legalHolds)
    .set({ releasedAt: ctx.now() })
    .where(and(eq(legalHolds.id, holdId), isNull(legalHolds.releasedAt)))
    .returning({ id: legalHolds.id });
  if (released.length === 0) {
    throw new ErasureError("not_found", "There is no such hold to release.");
  }
  await resumeHeld(ctx);
}
