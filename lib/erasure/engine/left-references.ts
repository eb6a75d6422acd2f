import { type SQL, sql } from "drizzle-orm";
import type { Plan, PlanStep } from "./plan";
import { columnOf, referringTo } from "./reach";

/**
 * Rows, of whomever, in which a column to be blanked still names the subject: by the key of an
 * erased row that it refers to, or, where no foreign key says what it is, by a UUID of the subject's.
 *
 * A row that was found through another table, or by a column that is blank by now, is found so.
 */
export function leftReferences(step: PlanStep, column: string, plan: Plan): SQL[] {
  const foreignKeys = step.table.foreignKeys.filter(({ pairs }) =>
    pairs.some((pair) => pair.column === column),
  );
  if (foreignKeys.length === 0) return byUuid(step, column, plan);
  return foreignKeys.flatMap((foreignKey) => {
    const parent = plan.steps.find(
      ({ action, table }) => action === "erase" && table.key === foreignKey.parent,
    );
    if (parent === undefined) return [];
    const found = referringTo(step.table, parent.table, foreignKey, parent.found);
    return found.isByKeys && found.keyed.has(column) ? [found.predicate] : [];
  });
}

function byUuid(step: PlanStep, column: string, { steps, subject }: Plan): SQL[] {
  const here = columnOf(step.table, column);
  if (here.getSQLType() !== "uuid" || step.found.keyed.has(column)) return [];
  const ids = [...new Set(steps.flatMap(ownKeys))].flatMap((key) => subject.keys[key] ?? []);
  if (ids.length === 0) return [];
  const list = ids.map((id) => sql.param(id, here));
  return [sql`${here} in (${sql.join(list, sql`, `)})`];
}

/** A subject's own keys name the rows that it is: erased by a primary key that refers to nothing. */
function ownKeys({ action, table, found }: PlanStep): string[] {
  if (action !== "erase") return [];
  return [...found.keyed]
    .filter(
      ([column]) =>
        table.primaryKey.includes(column) &&
        columnOf(table, column).getSQLType() === "uuid" &&
        !table.foreignKeys.some(({ pairs }) => pairs.some((pair) => pair.column === column)),
    )
    .map(([, key]) => key);
}
