import { sql } from "drizzle-orm";
import type { Tx } from "./context";

/**
 * Does some work in any case, and then keeps it or undoes it, so that a clock cannot tell which: the
 * database is sent as many statements and writes as much.
 */
export async function keepOrUndo<Result>(
  tx: Tx,
  isKept: boolean,
  work: () => Promise<Result>,
): Promise<Result> {
  await tx.execute(sql`savepoint kept_or_undone`);
  const result = await work();
  await tx.execute(
    isKept ? sql`release savepoint kept_or_undone` : sql`rollback to savepoint kept_or_undone`,
  );
  return result;
}
