import { sql } from "drizzle-orm";
import { erasureRequests, erasureRuns } from "@/db/schema";
import { activeHold } from "./active-hold";
import type { ErasureContext, Tx } from "./context";
import { pausedControls } from "./is-paused";
import { type HeldRun, leaseEnd } from "./lease";
import type { HoldScope } from "./subjects";

/** Where a legal hold would have to be obeyed, and which ones are already. */
export type Obeyed = { scope: readonly HoldScope[]; known: readonly string[] };

/**
 * Whether a run may change anything in this transaction: the first statement of each.
 *
 * Checks that the run is still this worker's (the fence), that the request is still being purged,
 * and that neither a pause has come nor a legal hold that the run does not obey yet; extends the
 * lease, and lets the transaction pass the fence around what is frozen. It shares a lock on the
 * request, so that who places a hold waits for the transaction under way; and it locks the run, so
 * that two workers take turns.
 */
export async function mayGoOn(
  tx: Tx,
  ctx: ErasureContext,
  run: HeldRun,
  { scope, known }: Obeyed,
): Promise<boolean> {
  const rows = await tx.execute(sql`
    with request as (
      select id from ${erasureRequests}
      where id = ${run.requestId} and state = 'purging' for share
    )
    update ${erasureRuns} set lease_until = ${leaseEnd(ctx.now()).toISOString()}
    from request
    where ${erasureRuns.id} = ${run.id} and ${erasureRuns.fence} = ${run.fence}
      and lease_until >= ${ctx.now().toISOString()}
      and not exists (${pausedControls(tx)})
      and not exists (${activeHold(tx, scope, ctx.now(), known)})
    returning set_config('lethe.purging', 'on', true)`);
  return Array.isArray(rows) && rows.length > 0;
}

/** Whether a legal hold stands that a run does not obey yet: it has to look again what it may do. */
export async function isNewlyHeld(ctx: ErasureContext, { scope, known }: Obeyed): Promise<boolean> {
  return (await activeHold(ctx.db, scope, ctx.now(), known).limit(1)).length > 0;
}
