import { type SQL, sql } from "drizzle-orm";
import { type Executor, rowsOf, type Transactor } from "./statements";

/**
 * A transaction whose reads get no parallel workers: to start them takes longer than they save, and
 * a server's other processors are its other users'.
 *
 * Inside a transaction that is open already the setting stays until that ends.
 *
 * @param setting another one to make with it.
 */
export async function inOneProcess<TTx extends Executor, T>(
  db: Transactor<TTx>,
  work: (tx: TTx) => Promise<T>,
  setting: SQL = sql``,
): Promise<T> {
  return await db.transaction(async (tx) => {
    await rowsOf(
      tx,
      sql`select set_config('max_parallel_workers_per_gather', '0', true)${setting}`,
    );
    return await work(tx);
  });
}
