import { type SQL, sql } from "drizzle-orm";
import { inOneProcess } from "./in-one-process";
import type { Plan, PlanStep } from "./plan";
import { todo } from "./purge-batch";
import { type Executor, rowsOf, type Transactor } from "./statements";

/**
 * Exact rows each step concerns now, in the order of the plan: to erase, to blank, or kept.
 *
 * One statement, so one snapshot; it changes nothing.
 *
 * @param earlier plans of the same run that come first: rows they erase are counted with them.
 */
export async function countPlan<TTx extends Executor>(
  db: Transactor<TTx>,
  plan: Plan,
  earlier: readonly Plan[] = [],
): Promise<number[]> {
  if (plan.steps.length === 0) return [];
  const counts = plan.steps.map((step, ordinal) => {
    const concerned = step.action === "retain" ? step.found.predicate : todo(step);
    const where = sql.join([concerned, ...erasedBefore(step, earlier)], sql` and not `);
    return sql`select ${sql.raw(String(ordinal))} as ordinal, (select count(*) from ${step.table.table} where ${where}) as rows`;
  });
  const all = sql`${sql.join(counts, sql` union all `)} order by ordinal`;
  const rows = await inOneProcess(db, (tx) => rowsOf(tx, all));
  return rows.map((row) => Number(row.rows));
}

function erasedBefore(step: PlanStep, earlier: readonly Plan[]): SQL[] {
  return earlier
    .flatMap((plan) => plan.steps)
    .filter((other) => other.table.key === step.table.key && other.action === "erase")
    .map((other) => sql`(${other.found.predicate})`);
}
