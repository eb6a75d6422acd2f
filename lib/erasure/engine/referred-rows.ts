import { type SQL, sql } from "drizzle-orm";
import type { Found } from "./found";
import type { Plan, PlanStep } from "./plan";
import { todo } from "./purge-batch";
import { type Executor, rowsOf } from "./statements";
import { columnOf, type ForeignKeyInfo, type TableInfo } from "./tables";

/** Rows of a table that are kept: those found so, or all that the plan would change. */
export type Kept = Found | "whole";

/**
 * What kept rows refer to, and those again, by the key of the table: where every row referred to is
 * the withheld subject's own, those; otherwise all that the plan would take of that table. Asks the
 * database what they do refer to: what nothing refers to is not kept.
 *
 * @param from the kept rows, by the key of their table.
 * @param own all rows of the withheld subject.
 */
export async function referredRows(
  executor: Executor,
  plan: Plan,
  from: ReadonlyMap<string, Found>,
  own: ReadonlyMap<string, Found>,
): Promise<ReadonlyMap<string, Kept>> {
  const erased = new Set(
    plan.steps.filter(({ action }) => action === "erase").map(({ table }) => table.key),
  );
  const kept = new Map<string, Kept>();
  for (const [key, found] of from) await visit(key, found);
  return kept;

  async function visit(key: string, rows: Kept): Promise<void> {
    // A kept row that was to be detached still refers to what would go.
    for (const step of plan.steps) if (step.table.key === key) await follow(step, rows);
  }

  async function follow(step: PlanStep, rows: Kept): Promise<void> {
    for (const foreignKey of step.table.foreignKeys) {
      const parent = plan.tables.get(foreignKey.parent);
      if (parent === undefined || !erased.has(parent.key)) continue;
      const owned = own.get(parent.key);
      if (await refers(executor, step, rows, foreignKey, outside(parent, foreignKey, owned))) {
        await keep(parent.key, "whole");
      } else if (owned !== undefined && (await refers(executor, step, rows, foreignKey))) {
        await keep(parent.key, owned);
      }
    }
  }

  async function keep(key: string, what: Kept): Promise<void> {
    const before = kept.get(key);
    if (before === "whole" || (before !== undefined && what !== "whole")) return;
    kept.set(key, what);
    await visit(key, what);
  }
}

/** Whether any of these rows refers by the foreign key to a row, or to one of some. */
async function refers(
  executor: Executor,
  step: PlanStep,
  rows: Kept,
  foreignKey: ForeignKeyInfo,
  to: (reference: SQL) => SQL = () => sql`true`,
): Promise<boolean> {
  const columns = foreignKey.pairs.map(({ column }) => columnOf(step.table, column));
  const where = sql.join(
    [
      todo(step),
      ...(rows === "whole" ? [] : [sql`(${rows.predicate})`]),
      ...columns.map((column) => sql`${column} is not null`),
      to(sql.join(columns, sql`, `)),
    ],
    sql` and `,
  );
  const found = await rowsOf(
    executor,
    sql`select 1 as referring from ${step.table.table} where ${where} limit 1`,
  );
  return found.length > 0;
}

/** Rows of the parent that are not the withheld subject's own. */
function outside(
  parent: TableInfo,
  { pairs }: ForeignKeyInfo,
  owned: Found | undefined,
): (reference: SQL) => SQL {
  if (owned === undefined) return () => sql`true`;
  const keys = sql.join(
    pairs.map(({ parentColumn }) => columnOf(parent, parentColumn)),
    sql`, `,
  );
  return (reference) =>
    sql`(${reference}) not in (select ${keys} from ${parent.table} where ${owned.predicate})`;
}
