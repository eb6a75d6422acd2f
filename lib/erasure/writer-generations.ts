import type { Plan, PlanStep } from "./engine";

/**
 * How many generations of writers have to end before a frozen subject's rows are final: one, and
 * one more for every table through which a row of it is found.
 *
 * Whoever was moving a conversation to the subject as it was frozen ends in the first. Who wrote a
 * message to it meanwhile still saw it elsewhere, began later, and ends in the second; and so on.
 */
export function writerGenerations(plan: Plan): number {
  const erased = new Map(
    plan.steps.filter(({ action }) => action === "erase").map((step) => [step.table.key, step]),
  );
  return 1 + Math.max(0, ...[...erased.values()].map(depth));

  function depth({ found, table }: PlanStep): number {
    if (found.isByKeys) return 0;
    const parents = table.foreignKeys.flatMap(({ parent }) => erased.get(parent) ?? []);
    return 1 + Math.max(0, ...parents.filter((one) => one.table.key !== table.key).map(depth));
  }
}
