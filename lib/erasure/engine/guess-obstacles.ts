import { circles } from "./circles";
import type { GuessTable } from "./guess-tables";
import type { TenantGuess } from "./guess-tenant";

/** What stands in the way of a purge, or makes it slow, in a schema that nobody has mapped yet. */
export type Obstacle = {
  code:
    | "no_primary_key"
    | "circular_reference"
    | "self_reference"
    | "inherited_rows"
    | "other_schema"
    | "missing_index";
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
    ...tables.flatMap(inheritedRows),
    ...tables.flatMap((table) => outside(table, tables)),
    ...tables.flatMap((table) => withoutIndex(table, tenant)),
  ];
}

function inheritedRows({ name, inherits }: GuessTable): Obstacle[] {
  return inherits.map((parent) => ({
    code: "inherited_rows",
    table: name,
    isRefused: false,
    mend: `its rows are rows of ${quoted(parent)}, too, and are counted and taken with those: make it a table of its own.`,
  }));
}

/** People are often kept in a schema of their own. */
function outside({ name, foreignKeys }: GuessTable, tables: readonly GuessTable[]): Obstacle[] {
  return foreignKeys
    .filter(({ parent }) => !tables.some((table) => table.name === parent))
    .map(({ columns, parent }) => ({
      code: "other_schema",
      table: name,
      isRefused: false,
      mend: `(${columns.join(", ")}) refers to ${quoted(parent)}: draft that schema, too, and make one map of both.`,
    }));
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
    // PostgreSQL refuses to do it concurrently where there are partitions.
    mend: `create index${table.isPartitioned ? "" : " concurrently"} on ${table.quoted} (${list}); without it a purge reads the whole table.`,
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
