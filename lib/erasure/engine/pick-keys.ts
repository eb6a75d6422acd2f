import { sql } from "drizzle-orm";
import { keyList } from "./key-range";
import { keysAtOnce } from "./next-batch";
import type { PlanStep } from "./plan";
import { type Picked, todo } from "./purge-batch";
import { type Executor, rowsOf } from "./statements";

/**
 * Picks what a step still has to do, for many batches: through other tables that costs as much for a few
 * as for many.
 *
 * Only reads, and promises nothing: whether a row is still the subject's is asked again as it is taken.
 */
export async function pickKeys(executor: Executor, step: PlanStep): Promise<Picked> {
  const found = await rowsOf(
    executor,
    sql`select ${keyList(step, step.table.primaryKey)} from ${step.table.table} where ${todo(step)} limit ${keysAtOnce}`,
  );
  const keys = found.map((row) => Object.values(row).map(String));
  return { keys, isAll: keys.length < keysAtOnce };
}
