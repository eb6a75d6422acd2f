import { circles } from "./circles";
import type { GuessTable } from "./guess-tables";
import type { TenantGuess } from "./guess-tenant";

/** What stands in the way of a purge, or makes it slow, in a schema that nobody has mapped yet. */
export type Obstacle = {
  code: "no_primary_key" | "circular_reference" | "self_reference" | "missing_index";
  table: string;
  /** Whether a purge is refused; else it is only slow, or takes one more step. */
  isRefused: boolean;
  mend: string;
};

export function guessObstacles(
  tables: readonly GuessTable[],
  tenant: TenantGuess | null,
): Obstacle[] {
  return [
    ...tables.flatMap(withoutPrimaryKey),
    ...circles(tables).map(asObstacle),
    ...tables.flatMap(selfReferences),
    ...tables.flatMap((table) => withoutIndex(table, tenant)),
  ];
}

function withoutPrimaryKey({ name, primaryKey }: GuessTable): Obstacle[] {
  if (primaryKey.length > 0) return [];
  const mend = "Give it a primary key: batches are made of key ranges.";
  return [{ code: "no_primary_key", table: name, isRefused: true, mend }];
}

function asObstacle(path: readonly string[]): Obstacle {
  return {
    code: "circular_reference",
    table: path[0] ?? "",
    isRefused: true,
    mend: `${path.join(" -> ")}: drop one of these foreign keys, or keep the id without a reference.`,
  };
}

function selfReferences(table: GuessTable): Obstacle[] {
  return table.foreignKeys
    .filter(({ parent }) => parent === table.name)
    .map((foreignKey) => {
      const list = foreignKey.columns.join(", ");
      const canDetach = foreignKey.columns.some((column) => canBeNull(table, column));
      return {
        code: "self_reference",
        table: table.name,
        isRefused: !canDetach,
        mend: canDetach
          ? `(${list}) refers to the table itself: a purge sets it to null first.`
          : `(${list}) refers to the table itself and cannot be null: let it be null.`,
      };
    });
}

/** On every reference, which a deleted parent makes the database look by, and on the tenant's key. */
function withoutIndex(table: GuessTable, tenant: TenantGuess | null): Obstacle[] {
  const key = tenant?.columns.get(table.name);
  const looked = [
    ...(key === undefined ? [] : [[key]]),
    ...table.foreignKeys.map(({ columns }) => columns),
  ];
  const bare = looked.filter((columns) => !hasIndex(table, columns));
  const lists = new Set(bare.map((columns) => columns.map(quoted).join(", ")));
  return [...lists].map((list) => ({
    code: "missing_index",
    table: table.name,
    isRefused: false,
    mend: `create index concurrently on ${quoted(table.name)} (${list}); without it a purge reads the whole table.`,
  }));
}

/** The order within the beginning does not matter: all of it is compared for equality. */
function hasIndex({ indexes }: GuessTable, columns: readonly string[]): boolean {
  return indexes.some((index) => {
    const beginning = index.slice(0, columns.length);
    return columns.every((column) => beginning.includes(column));
  });
}

function canBeNull(table: GuessTable, name: string): boolean {
  return table.columns.find((column) => column.name === name)?.isNullable === true;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
