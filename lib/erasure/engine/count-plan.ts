import { type SQL, sql } from "drizzle-orm";
import { inOneProcess } from "./in-one-process";
import type { Subject } from "./map";
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
  const before = earlier.map(({ subject, steps }) => ({
    steps: steps.filter(({ action }) => action === "erase"),
    apart: keysApart(plan.subject, subject),
  }));
  const counts = plan.steps.map((step, ordinal) => {
    const concerned = step.action === "retain" ? step.found.predicate : todo(step);
    const where = sql.join([concerned, ...erasedBefore(step, before)], sql` and `);
    return sql`select ${sql.raw(String(ordinal))} as ordinal, (select count(*) from ${step.table.table} where ${where}) as rows`;
  });
  const all = sql`${sql.join(counts, sql` union all `)} order by ordinal`;
  const rows = await inOneProcess(db, (tx) => rowsOf(tx, all));
  return rows.map((row) => Number(row.rows));
}

/** What an earlier plan erases, and the keys of which the two subjects have no value in common. */
type Before = { steps: readonly PlanStep[]; apart: ReadonlySet<string> };

function erasedBefore(step: PlanStep, before: readonly Before[]): SQL[] {
  return before.flatMap(({ steps, apart }) =>
    steps
      .filter((other) => other.table.key === step.table.key && !areApart(step, other, apart))
      // Of an unfilled column it may be neither true nor false.
      .map((other) => sql`(${other.found.holds}) is not true`),
  );
}

/** Whether every row of either names its owner in one column, and never the same. */
function areApart(step: PlanStep, other: PlanStep, apart: ReadonlySet<string>): boolean {
  return [...step.found.keyed].some(
    ([column, key]) => apart.has(key) && other.found.keyed.get(column) === key,
  );
}

function keysApart(one: Subject, other: Subject): Set<string> {
  const valuesOf = ({ keys }: Subject, key: string) => [keys[key] ?? []].flat();
  return new Set(
    Object.keys(one.keys).filter((key) => {
      const theirs = new Set(valuesOf(other, key));
      return !valuesOf(one, key).some((value) => theirs.has(value));
    }),
  );
}
