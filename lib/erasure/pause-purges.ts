import { isNotNull, isNull } from "drizzle-orm";
import { purgeControls } from "@/db/schema";
import { assertMay } from "./assert-may";
import type { ErasureContext } from "./context";

/** What steering needs: no keys, so that a machine that only operates can do it. */
type SteeringContext = Pick<ErasureContext, "db" | "actor" | "now">;

/**
 * Stops every purge on this database between two batches, and lets none start.
 *
 * What is gone stays gone, and every run keeps its place: nothing fails, and no deadline moves.
 * Repeatable.
 *
 * @returns false when they were paused before; since when then stays as it was.
 * @throws ErasureError `not_authorised` for anybody but an operator or the system.
 */
export async function pausePurges(ctx: SteeringContext): Promise<boolean> {
  assertMay(ctx, "pause_purges");
  const now = ctx.now();
  const changed = await ctx.db
    .update(purgeControls)
    .set({ pausedAt: now, changedAt: now, changedBy: ctx.actor.type })
    .where(isNull(purgeControls.pausedAt))
    .returning({ id: purgeControls.id });
  return changed.length > 0;
}

/**
 * Lets purges go on; those that were stopped do so by themselves, within seconds. Repeatable.
 *
 * @param maxRuns how many at once from now on, where that is to change.
 *
 * @returns false when they were not paused.
 * @throws ErasureError `not_authorised` for anybody but an operator or the system.
 */
export async function resumePurges(
  ctx: SteeringContext,
  { maxRuns }: { maxRuns?: number | undefined } = {},
): Promise<boolean> {
  assertMay(ctx, "pause_purges");
  const steered = { changedAt: ctx.now(), changedBy: ctx.actor.type };
  return await ctx.db.transaction(async (tx) => {
    if (maxRuns !== undefined) await tx.update(purgeControls).set({ ...steered, maxRuns });
    const changed = await tx
      .update(purgeControls)
      .set({ ...steered, pausedAt: null })
      .where(isNotNull(purgeControls.pausedAt))
      .returning({ id: purgeControls.id });
    return changed.length > 0;
  });
}
