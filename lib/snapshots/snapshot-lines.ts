import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/lib/erasure";
import { readInParts } from "@/lib/own-rows/read-in-parts";
import { snapshotTables } from "./snapshot-tables";

const rowsInLine = 200;

const Rows = z.array(z.object({ row: z.string() }));

/**
 * A workspace as text: a line that says what it is, and then rows, up to 200 of one table in a line.
 * Holds one line at a time. The transaction has to see one state of the database throughout.
 */
export async function* snapshotLines(
  tx: Tx,
  workspaceId: string,
  takenAt: Date,
): AsyncGenerator<Buffer> {
  yield line("snapshot", JSON.stringify({ version: 1, workspaceId, takenAt }));
  for (const { table, name, where } of snapshotTables(workspaceId)) {
    const whole = sql.identifier(name);
    const query = sql`select to_json(${whole})::text as row from ${table} where ${where}`;
    for await (const rows of readInParts(tx, query, rowsInLine)) {
      const json = Rows.parse(rows).map(({ row }) => row);
      yield line(name, `[${json.join(",")}]`);
    }
  }
}

/** JSON has neither tabs nor line ends of its own. */
function line(of: string, json: string): Buffer {
  return Buffer.from(`${of}\t${json}\n`);
}
