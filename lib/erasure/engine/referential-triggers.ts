import { sql } from "drizzle-orm";
import { coversReferences } from "./covers-references";
import { findUnknownReferences } from "./find-unknown-references";
import type { Plan, PlanStep } from "./plan";
import { type Way, waysOf } from "./reach";
import { type Executor, rowsOf } from "./statements";
import type { ForeignKeyInfo, TableInfo } from "./tables";

/**
 * Tells at which steps a purge may leave out the check that fires for every parent row it deletes.
 *
 * That check is most of what a purge costs, and it has nothing to find: children go first. A writer
 * who adds a child in between holds the parent's row lock until it commits, so its row is there
 * when verification looks. That is sound only where verification finds it without the parent, which is
 * gone by then: by the subject's own keys. No row may have to stay, and no foreign key may lead to these
 * tables that only the database knows.
 *
 * Needs `grant set on parameter session_replication_role` (PostgreSQL 15); without it the purge
 * goes on with the checks.
 *
 * @returns what tells it of a batch's steps; the database is asked when it first matters.
 */
export function referentialChecks(
  executor: Executor,
  plan: Plan,
): (steps: readonly PlanStep[]) => Promise<boolean> {
  const sound = soundSteps(plan);
  let isPossible: Promise<boolean> | undefined;
  return async (steps) => {
    if (!steps.every((step) => sound.has(step))) return false;
    isPossible ??= mayLeaveOut(executor, plan);
    return await isPossible;
  };
}

async function mayLeaveOut(executor: Executor, plan: Plan): Promise<boolean> {
  const [row] = await rowsOf(
    executor,
    sql`select has_parameter_privilege('session_replication_role', 'set') as granted`,
  );
  return row?.granted === true && (await findUnknownReferences(executor, plan)).length === 0;
}

function soundSteps(plan: Plan): ReadonlySet<PlanStep> {
  if (plan.steps.some(({ leavesRows }) => leavesRows)) return new Set();
  const erasing = plan.steps.filter(({ action }) => action === "erase");
  const sound = erasing.filter((step) =>
    referencesTo(step.table, plan).every((one) => isFound(one, step, plan)),
  );
  return new Set(sound.length === erasing.length ? plan.steps : sound);
}

type Reference = { child: TableInfo; foreignKey: ForeignKeyInfo };

function referencesTo({ key }: TableInfo, { tables }: Plan): Reference[] {
  return [...tables.values()].flatMap((child) =>
    child.foreignKeys
      .filter(({ parent }) => parent === key)
      .map((foreignKey) => ({ child, foreignKey })),
  );
}

/** Whether verification finds a row that refers so, though the row that it refers to is gone. */
function isFound({ child, foreignKey }: Reference, parent: PlanStep, plan: Plan): boolean {
  const isItself = child.key === foreignKey.parent;
  const steps = plan.steps.filter(
    ({ table, action }) => table.key === child.key && (action === "detach") === isItself,
  );
  return steps.some(
    (step) =>
      step.found.isByKeys ||
      (!isItself &&
        waysTo(step, plan).some(
          (way) => way.found.isByKeys && coversReferences(way, foreignKey, parent.found),
        )),
  );
}

function waysTo({ table }: PlanStep, plan: Plan): Way[] {
  const verdict = plan.map[table.key]?.rows[plan.subject.kind];
  return verdict === undefined || verdict.act === "not_about"
    ? []
    : waysOf(table, verdict.reach, plan);
}
