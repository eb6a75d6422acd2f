import { assertMay } from "./assert-may";
import type { ErasureContext } from "./context";
import { pausePurges, resumePurges } from "./pause-purges";
import { recordAct } from "./record-act";

/**
 * The kill switch as a person turns it: pauses every purge, or lets them go on, and writes down who
 * did.
 *
 * @throws ErasureError `not_authorised` for anybody but an operator.
 */
export async function steerPurges(
  ctx: ErasureContext,
  { isPaused, maxRuns }: { isPaused: boolean; maxRuns?: number },
): Promise<void> {
  assertMay(ctx, "steer_purges");
  await ctx.db.transaction(async (tx) => {
    const inside = { ...ctx, db: tx };
    const hasChanged = isPaused
      ? await pausePurges(inside)
      : await resumePurges(inside, { maxRuns });
    if (!hasChanged) return;
    await recordAct(tx, ctx, isPaused ? "purges_paused" : "purges_resumed", {});
  });
}
