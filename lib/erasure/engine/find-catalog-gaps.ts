import type { CatalogTable } from "./catalog";
import { circles } from "./circles";
import { type Gap, gap } from "./gap";
import type { AnyErasureMap, Reach } from "./map";
import type { TableInfo } from "./tables";

/**
 * What the database holds that the schema does not know, and what the purge would walk without an
 * index.
 */
export function findCatalogGaps(
  tables: ReadonlyMap<string, TableInfo>,
  map: AnyErasureMap,
  catalog: readonly CatalogTable[],
): Gap[] {
  const byName = new Map([...tables.values()].map((table) => [table.name, table]));
  const there = new Map(catalog.map((table) => [table.name, table]));
  return [
    ...catalog.flatMap((live) => onlyInDatabase(live, byName.get(live.name), tables)),
    ...[...byName.values()].flatMap((table) => onlyInSchema(table, there.get(table.name))),
    ...[...byName.values()].flatMap((table) => unindexed(table, map, there.get(table.name))),
    ...circles(catalog).flatMap((path) => circleGap(path, byName, map)),
  ];
}

function onlyInDatabase(
  live: CatalogTable,
  table: TableInfo | undefined,
  tables: ReadonlyMap<string, TableInfo>,
): Gap[] {
  const mend = "Add it to the Drizzle schema and to the erasure map, or drop it.";
  if (table === undefined) return [gap("unknown_to_schema", live.name, null, mend)];
  const known = columnNames(table);
  const columns = live.columns
    .filter((column) => !known.includes(column))
    .map((column) => gap("unknown_to_schema", live.name, column, mend));
  const declared = table.foreignKeys.map((foreignKey) =>
    signature(
      foreignKey.pairs.map(({ column }) => table.columns[column]?.name ?? ""),
      tables.get(foreignKey.parent)?.name ?? "",
    ),
  );
  const foreignKeys = live.foreignKeys
    .filter(({ columns: from, parent }) => !declared.includes(signature(from, parent)))
    .map(({ name }) =>
      gap(
        "unmapped_foreign_key",
        live.name,
        null,
        `Declare "${name}" in the Drizzle schema: the order of a purge follows the foreign keys.`,
      ),
    );
  return [...columns, ...foreignKeys];
}

/** One of tables that no purge empties may stay. */
function circleGap(
  path: readonly string[],
  byName: ReadonlyMap<string, TableInfo>,
  map: AnyErasureMap,
): Gap[] {
  const [first = ""] = path;
  if (!path.some((name) => isErased(map, byName.get(name)?.key ?? ""))) return [];
  const mend = `The database's foreign keys go in a circle, ${path.join(" -> ")}: drop one of them, or keep the id without a reference.`;
  return [gap("circular_reference", first, null, mend)];
}

function onlyInSchema(table: TableInfo, live: CatalogTable | undefined): Gap[] {
  const mend = "Run the migrations.";
  if (live === undefined) return [gap("missing_in_database", table.name, null, mend)];
  return columnNames(table)
    .filter((column) => !live.columns.includes(column))
    .map((column) => gap("missing_in_database", table.name, column, mend));
}

/** Every path that a purge walks, and every foreign key that a deleted parent makes it check. */
function unindexed(table: TableInfo, map: AnyErasureMap, live: CatalogTable | undefined): Gap[] {
  if (live === undefined) return [];
  const reaches = Object.values(map[table.key]?.rows ?? {}).flatMap((verdict) =>
    verdict.act === "not_about" ? [] : [verdict.reach],
  );
  const walked = reaches.flatMap((reach) => columnSets(table, reach));
  const checked = table.foreignKeys
    .filter(({ parent }) => isErased(map, parent))
    .map(({ pairs }) => pairs.map(({ column }) => column));

  const needed = new Map(
    [...walked, ...checked].map((columns) => {
      const names = columns.map((column) => table.columns[column]?.name ?? column).sort();
      return [names.join(", "), names];
    }),
  );
  return [...needed]
    .filter(([, columns]) => !live.indexes.some((index) => beginsWith(index, columns)))
    .map(([list]) =>
      gap(
        "missing_index",
        table.name,
        list,
        `Create an index on "${table.name}" (${list}): without it a purge reads the whole table.`,
      ),
    )
    .concat(unindexedLists(table, reaches, live));
}

function unindexedLists(table: TableInfo, reaches: readonly Reach[], live: CatalogTable): Gap[] {
  const lists = reaches.flatMap(searchedLists).map((key) => table.columns[key]?.name ?? key);
  return [...new Set(lists)]
    .filter((column) => !live.elementIndexes.some((index) => index.includes(column)))
    .map((column) =>
      gap(
        "missing_index",
        table.name,
        column,
        `Create an index on "${table.name}" using gin (${column}): without it a purge reads the whole table.`,
      ),
    );
}

function searchedLists(reach: Reach): string[] {
  if (reach.by === "any") return reach.of.flatMap(searchedLists);
  return reach.by === "element" ? [reach.column] : [];
}

function columnSets(table: TableInfo, reach: Reach): string[][] {
  switch (reach.by) {
    case "keys":
      return [Object.keys(reach.keys)];
    case "parent":
      return table.foreignKeys
        .filter(({ parent }) => parent === reach.table)
        .map(({ pairs }) => pairs.map(({ column }) => column));
    case "any":
      return reach.of.flatMap((one) => columnSets(table, one));
    case "element":
      return [];
    case "unreachable":
      return [];
  }
}

function isErased(map: AnyErasureMap, key: string): boolean {
  return Object.values(map[key]?.rows ?? {}).some((verdict) => verdict.act === "erase");
}

/** The order within the beginning does not matter: all of it is compared for equality. */
function beginsWith(index: readonly (string | null)[], columns: readonly string[]): boolean {
  const beginning = index.slice(0, columns.length);
  return columns.every((column) => beginning.includes(column));
}

function columnNames(table: TableInfo): string[] {
  return Object.values(table.columns).map((column) => column.name);
}

function signature(columns: readonly string[], parent: string): string {
  return `${columns.join(",")} -> ${parent}`;
}
