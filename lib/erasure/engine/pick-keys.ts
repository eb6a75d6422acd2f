import { sql } from "drizzle-orm";
import { keyList } from "./key-range";
import type { PlanStep } from "./plan";
import { type Picked, todo } from "./purge-batch";
import { type Executor, rowsOf } from "./statements";

/** Of two keys a row, a few megabytes. */
const keysAtOnce = 20_000;

/**
 * Picks what a step still has to do, for many batches: through other tables that costs as much for a few
 * as for many.
 *
 * Only reads, and promises nothing: whether a row is still the subject's is asked again as it is taken.
 *
 * @param atLeast as many as one batch may take.
 */
export async function pickKeys(
  executor: Executor,
  step: PlanStep,
  atLeast: number,
): Promise<Picked> {
  const limit = Math.max(atLeast, keysAtOnce);
  const found = await rowsOf(
    executor,
    sql`select ${keyList(step, step.table.primaryKey)} from ${step.table.table} where ${todo(step)} limit ${limit}`,
  );
  const keys = found.map((row) => Object.values(row).map(String));
  return { keys, isAll: keys.length < limit };
}
