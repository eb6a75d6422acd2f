import { sql } from "drizzle-orm";
import type { Plan } from "./plan";
import { todo } from "./purge-batch";
import { type Executor, rowsOf } from "./statements";

/**
 * Exact rows each step concerns now, in the order of the plan: to erase, to blank, or kept.
 *
 * One statement, so one snapshot; it changes nothing.
 */
export async function countPlan(executor: Executor, plan: Plan): Promise<number[]> {
  if (plan.steps.length === 0) return [];
  const counts = plan.steps.map((step, ordinal) => {
    const where = step.action === "retain" ? step.found.predicate : todo(step);
    return sql`select ${sql.raw(String(ordinal))} as ordinal, (select count(*) from ${step.table.table} where ${where}) as rows`;
  });
  const rows = await rowsOf(executor, sql`${sql.join(counts, sql` union all `)} order by ordinal`);
  return rows.map((row) => Number(row.rows));
}
