import { getTableColumns, getTableUniqueName, is } from "drizzle-orm";
import { getTableConfig, type PgColumn, PgTable } from "drizzle-orm/pg-core";
import { PlanError } from "./errors";

/** One table as the engine sees it: its key in the schema module, its columns and its keys. */
export type TableInfo = {
  key: string;
  table: PgTable;
  /** As the database knows it; with its schema where it has one of its own. */
  name: string;
  columns: Readonly<Record<string, PgColumn>>;
  /** Keys into `columns`, in the order of the primary key. */
  primaryKey: readonly string[];
  foreignKeys: readonly ForeignKeyInfo[];
};

/** A reference from this table to another: pairs of column keys, here and there. */
export type ForeignKeyInfo = {
  name: string;
  parent: string;
  pairs: readonly { column: string; parentColumn: string }[];
};

/**
 * Reads every table of a Drizzle schema module.
 *
 * @throws PlanError `no_primary_key`: rows that cannot be named cannot be erased in batches;
 * `unmapped_table` for a reference to a table that the module does not export.
 */
export function readTables(
  schema: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, TableInfo> {
  const tables = tablesOf(schema);
  const keys = keysByName(tables);
  return new Map([...tables].map(([key, table]) => [key, readTable(key, table, keys)]));
}

/** What keeps the tables of a schema from being read, one error for each of them. */
export function unreadable(schema: Readonly<Record<string, unknown>>): PlanError[] {
  const tables = tablesOf(schema);
  const keys = keysByName(tables);
  return [...tables].flatMap(([key, table]) => {
    try {
      readTable(key, table, keys);
      return [];
    } catch (error) {
      if (error instanceof PlanError) return [error];
      throw error;
    }
  });
}

function tablesOf(schema: Readonly<Record<string, unknown>>): Map<string, PgTable> {
  return new Map(
    Object.entries(schema).flatMap(([key, value]) => (is(value, PgTable) ? [[key, value]] : [])),
  );
}

function keysByName(tables: ReadonlyMap<string, PgTable>): ReadonlyMap<string, string> {
  return new Map([...tables].map(([key, table]) => [getTableUniqueName(table), key]));
}

function readTable(key: string, table: PgTable, keys: ReadonlyMap<string, string>): TableInfo {
  const columns = getTableColumns(table);
  return {
    key,
    table,
    name: nameOf(table),
    columns,
    primaryKey: primaryKeyOf(table, columns),
    foreignKeys: getTableConfig(table).foreignKeys.map((foreignKey) => {
      const { columns: here, foreignTable, foreignColumns } = foreignKey.reference();
      const parentColumns = getTableColumns(foreignTable);
      return {
        name: foreignKey.getName(),
        parent: keyOf(foreignTable, table, keys),
        pairs: here.map((column, at) => ({
          column: columnKey(columns, column.name),
          parentColumn: columnKey(parentColumns, foreignColumns[at]?.name ?? ""),
        })),
      };
    }),
  };
}

function keyOf(parent: PgTable, table: PgTable, keys: ReadonlyMap<string, string>): string {
  const key = keys.get(getTableUniqueName(parent));
  if (key !== undefined) return key;
  const name = nameOf(parent);
  throw new PlanError(
    "unmapped_table",
    name,
    `Table "${nameOf(table)}" refers to "${name}", which the schema leaves out. Export it, and give it a verdict.`,
  );
}

/** @throws PlanError `unknown_column` when the map names one that the table lacks. */
export function columnOf(table: TableInfo, key: string) {
  const column = table.columns[key];
  if (column === undefined) {
    throw new PlanError(
      "unknown_column",
      table.name,
      `The map names a column "${key}" that "${table.name}" does not have. Remove it from the map.`,
    );
  }
  return column;
}

function nameOf(table: PgTable): string {
  const { schema, name } = getTableConfig(table);
  return schema === undefined ? name : `${schema}.${name}`;
}

function primaryKeyOf(table: PgTable, columns: Readonly<Record<string, PgColumn>>): string[] {
  const config = getTableConfig(table);
  const composite = config.primaryKeys[0]?.columns.map((column) => columnKey(columns, column.name));
  const single = Object.keys(columns).filter((key) => columns[key]?.primary);
  const key = composite ?? single;
  if (key.length === 0) {
    throw new PlanError(
      "no_primary_key",
      nameOf(table),
      `Table "${nameOf(table)}" has no primary key. Give it one: batches are made of key ranges.`,
    );
  }
  return key;
}

function columnKey(columns: Readonly<Record<string, PgColumn>>, name: string): string {
  const key = Object.keys(columns).find((candidate) => columns[candidate]?.name === name);
  if (key === undefined) throw new Error(`Drizzle names a column "${name}" that its table lacks.`);
  return key;
}
