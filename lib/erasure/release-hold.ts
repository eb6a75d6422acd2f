import { and, eq, inArray, isNull, or } from "drizzle-orm";
import { legalHolds } from "@/db/schema";
import { assertMay } from "./assert-may";
import type { ErasureContext, Tx } from "./context";
import { ErasureError } from "./errors";
import { recordAct } from "./record-act";
import { resumeHeld } from "./resume-held";

/**
 * Ends a legal hold, with those that were placed by the same act, and goes on with what they had
 * stopped, without anyone having to remember.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator, `not_found`.
 */
export async function releaseHold(
  ctx: ErasureContext,
  { holdId }: { holdId: string },
): Promise<void> {
  assertMay(ctx, "release_hold");
  await ctx.db.transaction(async (tx) => {
    const released = await tx
      .update(legalHolds)
      .set({ releasedAt: ctx.now() })
      .where(and(isOfThatAct(tx, holdId), isNull(legalHolds.releasedAt)))
      .returning({ id: legalHolds.id });
    if (released.length === 0) {
      throw new ErasureError("not_found", "There is no such hold to release.");
    }
    await recordAct(tx, ctx, "hold_released", { detail: { holdId } });
  });
  await resumeHeld(ctx);
}

function isOfThatAct(tx: Tx, holdId: string) {
  const placedWith = tx
    .select({ id: legalHolds.placedWithId })
    .from(legalHolds)
    .where(eq(legalHolds.id, holdId));
  return or(eq(legalHolds.id, holdId), inArray(legalHolds.placedWithId, placedWith));
}
