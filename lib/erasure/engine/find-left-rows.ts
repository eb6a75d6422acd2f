import { type SQL, sql } from "drizzle-orm";
import { isUnblanked } from "./blanks";
import { leftReferences } from "./left-references";
import type { Plan, PlanStep } from "./plan";
import { columnOf } from "./reach";
import type { Residue } from "./residue";
import { type Executor, rowsOf, type Transactor } from "./statements";

/**
 * Finds what a plan should have left nothing of: rows by every reach, blanked columns that are not
 * blank, and, by their value, references that the reach no longer finds once it is blank itself.
 *
 * Asks for one row, and counts only when there is one. Indexes are insisted upon: by its statistics
 * from before the purge the planner takes the subject for large, and would read the whole table to
 * find one row.
 */
export async function findLeftRows<TTx extends Executor>(
  db: Transactor<TTx>,
  plan: Plan,
): Promise<Residue[]> {
  return await db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('enable_seqscan', 'off', true)`);
    const residue = new Map<string, Residue>();
    for (const step of plan.steps) {
      for (const { kind, column, where } of checksOn(step, plan)) {
        const rows = await countAny(tx, step, where);
        const table = step.table.name;
        const place = `${kind} ${table} ${column}`;
        if (rows > (residue.get(place)?.rows ?? 0)) {
          residue.set(place, { kind, table, column, rows });
        }
      }
    }
    return [...residue.values()];
  });
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

async function countAny(tx: Executor, step: PlanStep, where: SQL): Promise<number> {
  const from = sql`from ${step.table.table} where ${where}`;
  const some = await rowsOf(tx, sql`select 1 as found ${from} limit 1`);
  if (some.length === 0) return 0;
  const [counted] = await rowsOf(tx, sql`select count(*) as rows ${from}`);
  return Number(counted?.rows ?? 0);
}
