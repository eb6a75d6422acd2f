import type { Subject } from "../map";
import { readTables } from "../tables";
import type { Fate } from "./outcome";
import type { AllRows } from "./read-rows";
import * as shop from "./shop";
import { shopMap } from "./shop-map";
import { shopFates } from "./shop-outcome";

/**
 * Which rows are a withheld subject's, told without the engine: those that its own erasure would take
 * or keep on record. What it would only be taken out of is somebody else's, unless it is itself erased.
 */
export function isHeld(
  rows: AllRows,
  { held, category, erased }: { held: Subject; category: string | null; erased: Subject },
): (table: string, row: AllRows[string][number]) => boolean {
  const fates: Record<string, Fate> = shopFates(rows, held);
  const categories = new Map(
    [...readTables(shop).values()].map(({ key, name }) => [name, categoryOf(key)]),
  );
  return (table, row) => {
    if (category !== null && categories.get(table) !== category) return false;
    const becomes = fates[table]?.(row) ?? (table in fates ? null : row);
    if (becomes === null) return true;
    // On a closing shop's record as it is: its own, though closing would change nothing of it.
    if (table === "activity" && [held.keys.shopId].flat().some((id) => id === row.shop_id))
      return true;
    const isKept = ["invoices", "activity"].includes(table);
    return becomes !== row && (isKept || (table === "products" && held.kind === erased.kind));
  };
}

/** The tables that these ones refer to, and those again; themselves only where they refer to themselves. */
export function referredToBy(tables: ReadonlySet<string>): Set<string> {
  const all = readTables(shop);
  const byName = new Map([...all.values()].map((table) => [table.name, table]));
  const found = new Set<string>();
  const visit = (name: string) => {
    for (const { parent } of byName.get(name)?.foreignKeys ?? []) {
      const parentName = all.get(parent)?.name ?? "";
      if (found.has(parentName)) continue;
      found.add(parentName);
      visit(parentName);
    }
  };
  for (const name of tables) visit(name);
  return found;
}

function categoryOf(key: string): string {
  return Object.hasOwn(shopMap, key) ? shopMap[key as keyof typeof shopMap].category : "";
}
