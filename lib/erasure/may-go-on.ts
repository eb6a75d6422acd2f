import { type SQL, sql } from "drizzle-orm";
import { erasureRequests, erasureRuns } from "@/db/schema";
import { activeHold } from "./active-hold";
import type { ErasureContext, Tx } from "./context";
import { pausedControls } from "./is-paused";
import type { HeldRun } from "./lease";
import { hasSqlState } from "./sql-state";
import type { HoldScope } from "./subjects";

/** Where a legal hold would have to be obeyed, and which ones are already. */
export type Obeyed = { scope: readonly HoldScope[]; known: readonly string[] };

/**
 * Whether a run may change anything in this transaction: the first statement of each.
 *
 * Checks that the run is still this worker's (the fence, the lease), that the request is still being
 * purged, and that neither a pause has come nor a legal hold that the run does not obey yet; and lets
 * the transaction pass the fence around what is frozen. It locks the run, so that two workers take
 * turns; and it shares a lock on the request, so that who places a hold waits for the transaction
 * under way. Writes no row.
 */
export async function mayGoOn(...asked: Asked): Promise<boolean> {
  const [tx] = asked;
  const rows = await tx.execute(
    sql`select set_config(setting, 'on', true) from (${whenAllowed(...asked)}) as allowed`,
  );
  return Array.isArray(rows) && rows.length > 0;
}

/**
 * The same as a statement that fails where the run may not: nothing that has been sent behind it
 * happens. The transaction has to be rolled back then.
 */
export async function mayGoOnOrFails(...asked: Asked): Promise<boolean> {
  const [tx] = asked;
  try {
    await tx.execute(sql`select set_config((${whenAllowed(...asked)}), 'on', true)`);
    return true;
  } catch (error) {
    if (hasSqlState(error, settingWithoutName)) return false;
    throw error;
  }
}

type Asked = [tx: Tx, ctx: Pick<ErasureContext, "now">, run: HeldRun, obeyed: Obeyed];

/** Where nothing is found there is no name to set. */
const settingWithoutName = "22004";

function whenAllowed(...[tx, ctx, run, { scope, known }]: Asked): SQL {
  const now = ctx.now();
  return sql`
    select 'lethe.purging' as setting
    from ${erasureRuns} join ${erasureRequests} on ${erasureRequests.id} = ${erasureRuns.requestId}
    where ${erasureRuns.id} = ${run.id} and ${erasureRuns.fence} = ${run.fence}
      and ${erasureRuns.leaseUntil} >= ${now.toISOString()}
      and ${erasureRequests.id} = ${run.requestId} and ${erasureRequests.state} = 'purging'
      and not exists (${pausedControls(tx)})
      and not exists (${activeHold(tx, scope, now, known)})
    for no key update of ${erasureRuns} for share of ${erasureRequests}`;
}

/** Whether a legal hold stands that a run does not obey yet: it has to look again what it may do. */
export async function isNewlyHeld(ctx: ErasureContext, { scope, known }: Obeyed): Promise<boolean> {
  return (await activeHold(ctx.db, scope, ctx.now(), known).limit(1)).length > 0;
}
