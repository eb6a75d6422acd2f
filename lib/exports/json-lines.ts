import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/lib/erasure";
import { readInParts } from "@/lib/own-rows/read-in-parts";
import { type ExportTable, valueIn } from "./export-tables";
import { rowsAtOnce } from "./rows-at-once";

const Rows = z.array(z.object({ row: z.string() }));

/** A table's rows as JSON Lines: one object in a line, its columns by their names, nothing lost. */
export async function* jsonLines(
  tx: Tx,
  exported: ExportTable,
): AsyncGenerator<{ bytes: Buffer; rows: number }> {
  const { table, columns, where } = exported;
  const picked = sql.join(
    columns.map((column) => sql`${valueIn(exported, column)} as ${sql.identifier(column.name)}`),
    sql`, `,
  );
  const query = sql`select to_json(picked)::text as row from (select ${picked} from ${table} where ${where}) picked`;
  for await (const part of readInParts(tx, query, rowsAtOnce)) {
    const rows = Rows.parse(part);
    yield {
      bytes: Buffer.from(`${rows.map(({ row }) => row).join("\n")}\n`),
      rows: rows.length,
    };
  }
}
