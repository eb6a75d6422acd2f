import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/lib/erasure";

/**
 * Reads what a query finds, a part at a time and one query after another, so that memory does not grow
 * with the rows. The transaction has to see one state of the database throughout.
 */
export async function* readInParts(
  tx: Tx,
  query: SQL,
  rowsAtOnce: number,
): AsyncGenerator<unknown[]> {
  await tx.execute(sql`declare rows_in_parts no scroll cursor for ${query}`);
  const fetching = sql`fetch ${sql.raw(String(rowsAtOnce))} from rows_in_parts`;
  for (;;) {
    const fetched: unknown = await tx.execute(fetching);
    const rows = Array.isArray(fetched) ? [...fetched] : [];
    if (rows.length > 0) yield rows;
    if (rows.length < rowsAtOnce) break;
  }
  await tx.execute(sql`close rows_in_parts`);
}
