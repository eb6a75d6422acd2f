import { getTableColumns, getTableName } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { copyRow } from "./copy-text";

export type TableCopier = {
  tableName: string;
  columnNames: string[];
  /** The row as one line of COPY text. @throws naming the column that cannot be written. */
  line(row: object): string;
};

/** How rows of this table are copied in: by all columns of the schema that are not generated. */
export function tableCopier(table: PgTable): TableCopier {
  const tableName = getTableName(table);
  const columns = Object.entries(getTableColumns(table)).filter(
    ([, { generated }]) => generated === undefined,
  );

  function line(row: object): string {
    return copyRow(
      columns.map(([key, column]) => {
        const value: unknown = Reflect.get(row, key);
        if (value === undefined) throw new TypeError(`${tableName}.${column.name} has no value.`);
        return value === null ? null : column.mapToDriverValue(value);
      }),
    );
  }

  return { tableName, columnNames: columns.map(([, column]) => column.name), line };
}
