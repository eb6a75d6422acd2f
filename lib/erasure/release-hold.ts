import { and, eq, isNull } from "drizzle-orm";
import { legalHolds } from "@/db/schema";
import { assertOperator } from "./assert-operator";
import type { ErasureContext } from "./context";
import { ErasureError } from "./errors";
import { recordAct } from "./record-act";
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
  assertOperator(ctx, "release a legal hold");
  await ctx.db.transaction(async (tx) => {
    const released = await tx
      .update(legalHolds)
      .set({ releasedAt: ctx.now() })
      .where(and(eq(legalHolds.id, holdId), isNull(legalHolds.releasedAt)))
      .returning({ id: legalHolds.id });
    if (released.length === 0) {
      throw new ErasureError("not_found", "There is no such hold to release.");
    }
    await recordAct(tx, ctx, "hold_released", { detail: { holdId } });
  });
  await resumeHeld(ctx);
}
