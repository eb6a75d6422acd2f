import { sql } from "drizzle-orm";
import type { Found } from "./found";
import { type HeldRows, heldRows, type Withholding } from "./held-rows";
import type { Plan, PlanStep } from "./plan";
import { todo } from "./purge-batch";
import { type Kept, referredRows } from "./referred-rows";
import { type Executor, rowsOf } from "./statements";

/** The part of a plan that may be executed for now. */
export type WithheldPlan = {
  plan: Plan;
  /** Which of the withholdings, by their place in the list, keep something of this plan. */
  effective: readonly number[];
};

/**
 * Leaves out of a plan what has to stay for now, and what the staying rows refer to.
 *
 * A row stays when it is of a withheld subject, by the map's own reach, and of the category, if one
 * is named. So do the rows that it refers to: the same subject's, or else the whole of the other
 * table's step. Everything else of the plan is executed. A withholding of which the plan would change
 * no row keeps nothing back.
 *
 * @param always keys of tables that stay as long as anything does: what is kept must stay readable.
 */
export async function withhold(
  executor: Executor,
  plan: Plan,
  withholdings: readonly Withholding[],
  always: readonly string[] = [],
): Promise<WithheldPlan> {
  const effective: number[] = [];
  const all = new Map<string, Found[] | "whole">();
  for (const [at, withholding] of withholdings.entries()) {
    const held = heldRows(plan, withholding);
    for (const [key, found] of held.covered) add(all, key, found);
    const changed = await tablesChanged(executor, plan, held);
    if (changed.size === 0) continue;
    effective.push(at);
    for (const [key, what] of await referredRows(executor, plan, changed, held.own)) {
      add(all, key, what);
    }
  }
  if (effective.length > 0) for (const key of always) add(all, key, "whole");
  return { plan: without(plan, all), effective };
}

/** The covered rows of the tables in which the plan would change any of them. */
async function tablesChanged(
  executor: Executor,
  plan: Plan,
  { covered }: HeldRows,
): Promise<ReadonlyMap<string, Found>> {
  const asked = plan.steps.flatMap((step) => {
    const held = covered.get(step.table.key);
    return held === undefined || !changes(step) ? [] : [{ step, held }];
  });
  if (asked.length === 0) return new Map();
  const answers = await rowsOf(
    executor,
    sql.join(
      asked.map(
        ({ step, held }, ordinal) =>
          sql`select ${sql.raw(String(ordinal))} as ordinal where exists (select from ${step.table.table} where ${todo(step)} and (${held.predicate}))`,
      ),
      sql` union all `,
    ),
  );
  return new Map(
    answers.flatMap(({ ordinal }) => {
      const found = asked[Number(ordinal)];
      return found === undefined ? [] : [[found.step.table.key, found.held] as const];
    }),
  );
}

function add(all: Map<string, Found[] | "whole">, key: string, what: Kept): void {
  const before = all.get(key) ?? [];
  all.set(key, what === "whole" || before === "whole" ? "whole" : [...before, what]);
}

function without(plan: Plan, kept: ReadonlyMap<string, Found[] | "whole">): Plan {
  const steps = plan.steps.flatMap((step) => {
    const what = changes(step) ? kept.get(step.table.key) : undefined;
    if (what === undefined) return [step];
    if (what === "whole") return [];
    const stays = sql.join(
      what.map(({ holds }) => sql`(${holds}) is not true`),
      sql` and `,
    );
    const { predicate, holds } = step.found;
    const found = {
      ...step.found,
      predicate: sql`${predicate} and ${stays}`,
      holds: sql`${holds} and ${stays}`,
      // What stays is referred to: from here on the database is to check every reference.
      isByKeys: false,
    };
    return [{ ...step, found, leavesRows: true as const }];
  });
  return { ...plan, steps };
}

function changes(step: PlanStep): boolean {
  return step.action === "erase" || step.blanks.size > 0;
}
