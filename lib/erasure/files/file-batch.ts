import { sql } from "drizzle-orm";
import type { ErasureContext, Tx } from "../context";
import { extendLease, type HeldRun } from "../lease";

/** What one batch may ask of the store; what is not done by then is tried again. */
const storeMilliseconds = 30_000;

/** The store's answers are waited for inside a transaction, which holds the run and its request. */
const leaseMilliseconds = 2 * storeMilliseconds;

/** The store would not do what it was asked; the database has nothing to do with it. */
export class StoreFailure extends Error {
  override readonly name = "StoreFailure";
}

/**
 * Runs one batch of work on files under the run's guard, as a batch of rows is: a hold that comes
 * meanwhile waits for it, and a worker that has lost the run does nothing.
 *
 * @returns null when the run has to stop. @throws StoreFailure for what the store would not do.
 */
export async function fileBatch<TResult>(
  ctx: ErasureContext,
  run: HeldRun,
  mayGoOn: (tx: Tx) => Promise<boolean>,
  act: (
    tx: Tx,
    askStore: <T>(ask: (signal: AbortSignal) => Promise<T>) => Promise<T>,
  ) => Promise<TResult>,
): Promise<TResult | null> {
  return await ctx.db.transaction(async (tx) => {
    if (!(await mayGoOn(tx))) return null;
    if (!(await extendLease(tx, ctx, run, leaseMilliseconds))) return null;
    await tx.execute(
      sql`select set_config('idle_in_transaction_session_timeout', ${`${leaseMilliseconds}`}, true)`,
    );
    return await act(tx, async (ask) => {
      try {
        return await ask(AbortSignal.timeout(storeMilliseconds));
      } catch (error) {
        throw new StoreFailure("The object store failed.", { cause: error });
      }
    });
  });
}
