import type { SQL } from "drizzle-orm";
import { isAmong } from "./is-one-of";
import type { Plan, PlanStep } from "./plan";
import { columnOf } from "./tables";

/**
 * Rows, of whomever, in which a column to be blanked still holds a UUID of the subject's own.
 *
 * So is found what the reach no longer finds, because it led through a table that is empty by now.
 * Columns with a foreign key need it not: a plan is refused unless its reach covers those.
 */
export function leftReferences(step: PlanStep, column: string, { steps, subject }: Plan): SQL[] {
  const here = columnOf(step.table, column);
  const isReferring = step.table.foreignKeys.some(({ pairs }) =>
    pairs.some((pair) => pair.column === column),
  );
  if (isReferring || here.getSQLType() !== "uuid" || step.found.keyed.has(column)) return [];
  const ids = [...new Set(steps.flatMap(ownKeys))].flatMap((key) => subject.keys[key] ?? []);
  return ids.length === 0 ? [] : [isAmong(here, ids)];
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
