import { storedObjects } from "@/db/schema";
import type { Plan } from "../engine";

/**
 * The part of a plan that can go on while files are still there: not the rows that lead to them, nor
 * what those refer to. Everything else is children of nothing that stays.
 */
export function withoutFileRows(plan: Plan): Plan {
  const start = [...plan.tables.values()].find(({ table }) => table === storedObjects);
  const staying = new Set<string>();
  const stay = (key: string) => {
    if (staying.has(key)) return;
    staying.add(key);
    for (const { parent } of plan.tables.get(key)?.foreignKeys ?? []) stay(parent);
  };
  if (start !== undefined) stay(start.key);
  return {
    ...plan,
    steps: plan.steps.filter(({ action, table }) => action === "retain" || !staying.has(table.key)),
  };
}
