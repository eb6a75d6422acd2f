import { and, eq, inArray } from "drizzle-orm";
import { erasureRequests, legalHolds } from "@/db/schema";
import type { ErasureContext } from "./context";
import { ErasureError } from "./errors";
import type { SubjectKind } from "./status";
import { transition } from "./transition";

/**
 * Forbids the purge of a subject for now, on a stated basis (GDPR 17(3)(b) and (e)).
 *
 * Stops an open request between two batches. What is gone by then stays gone, and the request says so
 * by its counts.
 */
export async function placeHold(
  ctx: ErasureContext,
  hold: {
    subjectKind: SubjectKind;
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
      .select({ id: erasureRequests.id, state: erasureRequests.state })
      .from(erasureRequests)
      .where(
        and(
          eq(erasureRequests.subjectKind, hold.subjectKind),
          eq(erasureRequests.subjectId, hold.subjectId),
          inArray(erasureRequests.state, ["scheduled", "purging"]),
        ),
      )
      .for("update");
    for (const request of open) await transition(tx, ctx, request, "on_hold");
    return { holdId: placed.id };
  });
}
