import type { Found } from "./found";
import type { Way } from "./reach";
import type { ForeignKeyInfo } from "./tables";

/**
 * Whether every row that refers, by this foreign key, to rows found in the parent is itself found
 * by this way: nothing outside it can point at what goes.
 */
export function coversReferences(way: Way, foreignKey: ForeignKeyInfo, parent: Found): boolean {
  if (way.foreignKey !== null) return way.foreignKey.name === foreignKey.name;
  if (way.isLimited) return false;
  return [...way.found.keyed].every(([column, key]) =>
    foreignKey.pairs.some(
      (pair) => pair.column === column && parent.keyed.get(pair.parentColumn) === key,
    ),
  );
}
