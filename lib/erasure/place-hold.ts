import { eq, inArray } from "drizzle-orm";
import { erasureRequests, erasureRuns, legalHolds } from "@/db/schema";
import type { ErasureContext } from "./context";
import { ErasureError } from "./errors";
import { type HoldScope, RunSubjects } from "./subjects";
import { transition } from "./transition";

/**
 * Forbids the purge of a workspace or an account for now, on a stated basis (GDPR 17(3)(b), (e)).
 *
 * Stops an open request between two batches. What is gone by then stays gone, and the request says
 * so by its counts. A run looks for holds before every batch, so that one placed while it starts is
 * not missed.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator.
 */
export async function placeHold(
  ctx: ErasureContext,
  hold: {
    subjectKind: HoldScope["kind"];
    subjectId: string;
    basis: string;
    reference: string;
    expiresAt: Date | null;
  },
): Promise<{ holdId: string }> {
  if (ctx.actor.type !== "operator") {
    throw new ErasureError("not_authorised", "Only an operator may place a legal hold.");
  }
  const { userId } = ctx.actor;
  return await ctx.db.transaction(async (tx) => {
    const [placed] = await tx
      .insert(legalHolds)
      .values({ ...hold, placedByUserId: userId, placedAt: ctx.now() })
      .returning({ id: legalHolds.id });
    if (placed === undefined) throw new Error("The hold was not written.");

    const open = await tx
      .select({ request: erasureRequests, subjects: erasureRuns.subjects })
      .from(erasureRequests)
      .leftJoin(erasureRuns, eq(erasureRuns.requestId, erasureRequests.id))
      .where(inArray(erasureRequests.state, ["scheduled", "purging"]))
      .for("update", { of: erasureRequests });
    for (const { request, subjects } of open) {
      const isRunHeld = RunSubjects.parse(subjects ?? []).some(({ heldBy }) =>
        heldBy.some(({ kind, id }) => kind === hold.subjectKind && id === hold.subjectId),
      );
      if (isRunHeld || request.subjectId === hold.subjectId) {
        await transition(tx, ctx, request, "on_hold");
      }
    }
    return { holdId: placed.id };
  });
}
