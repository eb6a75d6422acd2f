import { mayStart, runsToTake } from "./admission";
import { advanceRun } from "./advance-run";
import type { ErasureContext } from "./context";

/**
 * Advances a request by one slice when it is its turn, and calls whoever waits for a slot that has
 * become free. What is not its turn comes back by itself.
 *
 * @returns as `advanceRun` does; `finished` also when there was nothing to do yet.
 */
export async function advanceInTurn(
  ctx: ErasureContext,
  ...[requestId, ...options]: Parameters<typeof advanceRun> extends [unknown, ...infer TRest]
    ? TRest
    : never
): Promise<Awaited<ReturnType<typeof advanceRun>>> {
  if (!(await mayStart(ctx, requestId))) return "finished";
  const outcome = await advanceRun(ctx, requestId, ...options);
  if (outcome !== "again") await callWaitingRuns(ctx);
  return outcome;
}

async function callWaitingRuns(ctx: ErasureContext): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    for (const requestId of await runsToTake(tx, ctx.now())) {
      await ctx.jobs.enqueue(tx, { queue: "advance-run", data: { requestId } });
    }
  });
}
