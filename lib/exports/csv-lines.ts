import { stringify } from "csv-stringify/sync";
import { sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Tx } from "@/lib/erasure";
import { readInParts } from "@/lib/own-rows/read-in-parts";
import { type ExportTable, valueIn } from "./export-tables";
import { rowsAtOnce } from "./rows-at-once";
import { safeCell } from "./safe-cell";

const Rows = z.array(z.record(z.string(), z.string().nullable()));

/** A single line end inside a cell would be taken for the end of the row. */
const written = { record_delimiter: "\r\n", quoted_match: /[\r\n]/ };

/** Types whose values no spreadsheet takes for a formula, whatever sign they begin with. */
const isNumber = /^(smallint|integer|bigint|numeric|real|double precision)/;

/**
 * A table's rows as CSV (RFC 4180, UTF-8 with a byte order mark), safe to open in a spreadsheet. The
 * first line names the columns. What is null and what is empty look alike: JSON Lines tell them apart.
 */
export async function* csvLines(
  tx: Tx,
  exported: ExportTable,
): AsyncGenerator<{ bytes: Buffer; rows: number }> {
  const { table, columns, where } = exported;
  const names = columns.map(({ name }) => name);
  yield { bytes: Buffer.from(stringify([names], { ...written, bom: true })), rows: 0 };

  const picked = sql.join(
    columns.map((column) => sql`${textOf(exported, column)} as ${sql.identifier(column.name)}`),
    sql`, `,
  );
  const numbers = new Set(
    columns.filter((column) => isNumber.test(column.getSQLType())).map(({ name }) => name),
  );
  const query = sql`select ${picked} from ${table} where ${where}`;
  for await (const part of readInParts(tx, query, rowsAtOnce)) {
    const rows = Rows.parse(part).map((row) =>
      names.map((name) => {
        const text = row[name] ?? "";
        return numbers.has(name) ? text : safeCell(text);
      }),
    );
    yield { bytes: Buffer.from(stringify(rows, written)), rows: rows.length };
  }
}

/** As JSON has it: moments with their zone, in one notation. */
function textOf(exported: ExportTable, column: PgColumn) {
  const value = valueIn(exported, column);
  return column.getSQLType().startsWith("timestamp")
    ? sql`to_json(${value}) #>> '{}'`
    : sql`(${value})::text`;
}
