import type { CatalogTable } from "./catalog";
import type { AnyErasureMap } from "./map";
import { readTables, type TableInfo } from "./tables";

/** Where a map, a schema and a database disagree, and how to mend it. */
export type Gap = {
  code:
    | "unmapped_table"
    | "unmapped_column"
    | "missing_verdict"
    | "stale_table"
    | "stale_column"
    | "unknown_to_schema"
    | "missing_in_database";
  table: string;
  column: string | null;
  mend: string;
};

/**
 * The completeness gate: every table and column has a verdict for every subject, and the map
 * speaks of nothing that is not there.
 *
 * @param catalog what the database itself holds, so that a table only it knows is found too.
 */
export function findGaps(
  schema: Readonly<Record<string, unknown>>,
  map: AnyErasureMap,
  subjectKinds: readonly string[],
  catalog?: readonly CatalogTable[],
): Gap[] {
  const tables = readTables(schema);
  return [
    ...[...tables.values()].flatMap((table) => unmapped(table, map, subjectKinds)),
    ...stale(tables, map),
    ...(catalog === undefined ? [] : unknown(tables, catalog)),
  ];
}

function unmapped(table: TableInfo, map: AnyErasureMap, subjectKinds: readonly string[]): Gap[] {
  const entry = map[table.key];
  if (entry === undefined) {
    return [gap("unmapped_table", table.name, null, "Give it a verdict in the erasure map.")];
  }
  const subjects = subjectKinds
    .filter((kind) => entry.rows[kind] === undefined)
    .map((kind) => gap("missing_verdict", table.name, null, `Say what a ${kind}'s erasure does.`));
  const columns = Object.keys(table.columns)
    .filter((key) => entry.columns[key] === undefined)
    .map((key) => gap("unmapped_column", table.name, key, "Give it a verdict in the erasure map."));
  return [...subjects, ...columns];
}

function stale(tables: ReadonlyMap<string, TableInfo>, map: AnyErasureMap): Gap[] {
  return Object.entries(map).flatMap(([key, entry]) => {
    const table = tables.get(key);
    if (table === undefined) {
      return [gap("stale_table", key, null, "The schema has no such table: remove the entry.")];
    }
    return Object.keys(entry.columns)
      .filter((column) => table.columns[column] === undefined)
      .map((column) =>
        gap("stale_column", table.name, column, "The table has no such column: remove it."),
      );
  });
}

function unknown(tables: ReadonlyMap<string, TableInfo>, catalog: readonly CatalogTable[]): Gap[] {
  const known = new Map([...tables.values()].map((table) => [table.name, columnNames(table)]));
  const there = new Map(catalog.map((table) => [table.name, table.columns]));
  const extra = [...there].flatMap(([name, columns]) => {
    const names = known.get(name);
    const mend = "Add it to the Drizzle schema and to the erasure map, or drop it.";
    if (names === undefined) return [gap("unknown_to_schema", name, null, mend)];
    return columns
      .filter((column) => !names.includes(column))
      .map((column) => gap("unknown_to_schema", name, column, mend));
  });
  const missing = [...known].flatMap(([name, names]) => {
    const columns = there.get(name);
    const mend = "Run the migrations.";
    if (columns === undefined) return [gap("missing_in_database", name, null, mend)];
    return names
      .filter((column) => !columns.includes(column))
      .map((column) => gap("missing_in_database", name, column, mend));
  });
  return [...extra, ...missing];
}

function columnNames(table: TableInfo): string[] {
  return Object.values(table.columns).map((column) => column.name);
}

function gap(code: Gap["code"], table: string, column: string | null, mend: string): Gap {
  return { code, table, column, mend };
}
