import { getTableColumns, is } from "drizzle-orm";
import { getTableConfig, type PgColumn, PgTable } from "drizzle-orm/pg-core";
import { PlanError } from "./errors";

/** One table as the engine sees it: its key in the schema module, its columns and its keys. */
export type TableInfo = {
  key: string;
  table: PgTable;
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
 * @throws PlanError `no_primary_key`: rows that cannot be named cannot be erased in batches.
 */
export function readTables(
  schema: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, TableInfo> {
  const found = Object.entries(schema).flatMap(([key, value]) =>
    is(value, PgTable) ? [{ key, table: value }] : [],
  );
  const keyOf = new Map(found.map(({ key, table }) => [getTableConfig(table).name, key]));
  const columnsOf = new Map(found.map(({ key, table }) => [key, getTableColumns(table)]));

  return new Map(
    found.map(({ key, table }) => {
      const config = getTableConfig(table);
      const columns = columnsOf.get(key) ?? {};
      return [
        key,
        {
          key,
          table,
          name: config.name,
          columns,
          primaryKey: primaryKeyOf(table, columns),
          foreignKeys: config.foreignKeys.map((foreignKey) => {
            const reference = foreignKey.reference();
            const parent = keyOf.get(getTableConfig(reference.foreignTable).name) ?? "";
            const parentColumns = columnsOf.get(parent) ?? {};
            return {
              name: foreignKey.getName(),
              parent,
              pairs: reference.columns.map((column, at) => ({
                column: columnKey(columns, column.name),
                parentColumn: columnKey(parentColumns, reference.foreignColumns[at]?.name ?? ""),
              })),
            };
          }),
        },
      ];
    }),
  );
}

function primaryKeyOf(table: PgTable, columns: Readonly<Record<string, PgColumn>>): string[] {
  const config = getTableConfig(table);
  const composite = config.primaryKeys[0]?.columns.map((column) => columnKey(columns, column.name));
  const single = Object.keys(columns).filter((key) => columns[key]?.primary);
  const key = composite ?? single;
  if (key.length === 0) {
    throw new PlanError(
      "no_primary_key",
      config.name,
      `Table "${config.name}" has no primary key. Give it one: batches are made of key ranges.`,
    );
  }
  return key;
}

function columnKey(columns: Readonly<Record<string, PgColumn>>, name: string): string {
  const key = Object.keys(columns).find((candidate) => columns[candidate]?.name === name);
  if (key === undefined) throw new Error(`Drizzle names a column "${name}" that its table lacks.`);
  return key;
}
