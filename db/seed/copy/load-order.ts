import { getTableName } from "drizzle-orm";
import { getTableConfig, type PgTable } from "drizzle-orm/pg-core";

/**
 * The tables in the order in which they can be filled: what is referred to comes first.
 *
 * @throws when tables refer to each other in a circle.
 */
export function loadOrder(tables: readonly PgTable[]): PgTable[] {
  const ordered = new Set<PgTable>();
  const waiting = new Set(tables);

  while (waiting.size > 0) {
    const ready = [...waiting].filter((table) =>
      parentsOf(table).every((parent) => parent === table || !waiting.has(parent)),
    );
    if (ready.length === 0) {
      throw new Error(`These tables refer to each other: ${[...waiting].map(getTableName)}.`);
    }
    for (const table of ready) {
      ordered.add(table);
      waiting.delete(table);
    }
  }
  return [...ordered];
}

function parentsOf(table: PgTable): PgTable[] {
  return getTableConfig(table).foreignKeys.map((key) => key.reference().foreignTable);
}
