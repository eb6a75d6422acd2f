import { type SQL, sql } from "drizzle-orm";
import { isUnblanked } from "./blanks";
import { inOneProcess } from "./in-one-process";
import { leftReferences } from "./left-references";
import type { Plan, PlanStep } from "./plan";
import type { Residue } from "./residue";
import { type Executor, rowsOf, type Transactor } from "./statements";
import { columnOf } from "./tables";

/**
 * Finds what a plan should have left nothing of: rows by every reach, blanked columns that are not
 * blank, and, by their value, references that the reach no longer finds once it is blank itself.
 *
 * Counts all, although one would be enough to know, and never by an index alone: the planner's
 * statistics are from before the purge. By them a search for one row would be over at the table's
 * beginning, and an index would tell without the table, whose pages nobody has pruned since. So a
 * table that was mostly the subject's is read once and in order, and others by their index.
 */
export async function findLeftRows<TTx extends Executor>(
  db: Transactor<TTx>,
  plan: Plan,
): Promise<Residue[]> {
  return await inOneProcess(db, (tx) => countLeftRows(tx, plan), noIndexAlone);
}

const noIndexAlone = sql`, set_config('enable_indexonlyscan', 'off', true)`;

async function countLeftRows(executor: Executor, plan: Plan): Promise<Residue[]> {
  const residue = new Map<string, Residue>();
  for (const step of plan.steps) {
    for (const { kind, column, where } of checksOn(step, plan)) {
      const [counted] = await rowsOf(
        executor,
        sql`select count(*) as rows from ${step.table.table} where ${where}`,
      );
      const rows = Number(counted?.rows ?? 0);
      const table = step.table.name;
      const place = `${kind} ${table} ${column}`;
      if (rows > (residue.get(place)?.rows ?? 0)) {
        residue.set(place, { kind, table, column, rows });
      }
    }
  }
  return [...residue.values()];
}

type Check = { kind: "row" | "unblanked"; column: string | null; where: SQL };

function checksOn(step: PlanStep, plan: Plan): Check[] {
  const { predicate } = step.found;
  if (step.action === "erase") return [{ kind: "row", column: null, where: predicate }];
  return [...step.blanks].flatMap(([key, value]) => {
    const isLeft = isUnblanked(step.table, new Map([[key, value]]));
    return [predicate, ...leftReferences(step, key, plan)].map((where) => ({
      kind: "unblanked" as const,
      column: columnOf(step.table, key).name,
      where: sql`${where} and ${isLeft}`,
    }));
  });
}
