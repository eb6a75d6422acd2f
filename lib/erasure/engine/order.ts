import { PlanError } from "./errors";
import type { TableInfo } from "./tables";

/**
 * Orders tables so that every child comes before the tables it refers to.
 *
 * @param keys the tables to order; references to tables outside them, and of a table to itself, do
 * not count.
 * @throws PlanError `circular_reference`, naming the circle.
 */
export function childrenFirst(
  keys: readonly string[],
  tables: ReadonlyMap<string, TableInfo>,
): string[] {
  const included = new Set(keys);
  const parentsFirst: string[] = [];
  const state = new Map<string, "open" | "done">();

  // By name: how a module is loaded, or bundled, decides in which order its tables come.
  for (const key of keys.toSorted().reverse()) visit(key, []);
  return parentsFirst.reverse();

  function visit(key: string, path: readonly string[]): void {
    if (state.get(key) === "done") return;
    if (state.get(key) === "open") throw circle(key, [...path.slice(path.indexOf(key)), key]);
    state.set(key, "open");
    for (const { parent } of tables.get(key)?.foreignKeys ?? []) {
      if (parent !== key && included.has(parent)) visit(parent, [...path, key]);
    }
    state.set(key, "done");
    parentsFirst.push(key);
  }
}

function circle(key: string, path: readonly string[]): PlanError {
  return new PlanError(
    "circular_reference",
    key,
    `Tables refer to each other in a circle: ${path.join(" -> ")}. Drop one of these foreign keys, or keep the provider's id instead of a reference.`,
  );
}
