import type { PgTable } from "drizzle-orm/pg-core";
import { seededTables } from "./seeded-tables";
import { type TableCopier, tableCopier } from "./table-copier";

/** A whole row, with every column said that the database does not make itself. */
type RowOf<TTable extends PgTable> = Pick<
  TTable["$inferSelect"],
  keyof TTable["$inferSelect"] & keyof TTable["$inferInsert"]
>;

/** Where generators put their rows. */
export type Rows = {
  add<TTable extends PgTable>(table: TTable, row: RowOf<TTable> & object): void;
};

/** Rows of one table, as COPY text. */
export type TableBatch = { copier: TableCopier; lines: string[] };

export type RowBuffer = Rows & {
  readonly size: number;
  /** Empties the buffer: parents before children, tables without rows left out. */
  take(): TableBatch[];
};

/** Collects encoded rows by table until there are enough to copy. */
export function rowBuffer(): RowBuffer {
  const batches = new Map<PgTable, TableBatch>(
    seededTables.map((table) => [table, { copier: tableCopier(table), lines: [] }]),
  );
  let size = 0;

  return {
    get size() {
      return size;
    },
    add(table, row) {
      const batch = batches.get(table);
      if (batch === undefined) throw new Error("Only tables of the CRM are seeded.");
      batch.lines.push(batch.copier.line(row));
      size += 1;
    },
    take() {
      const filled: TableBatch[] = [];
      for (const batch of batches.values()) {
        if (batch.lines.length === 0) continue;
        filled.push({ copier: batch.copier, lines: batch.lines });
        batch.lines = [];
      }
      size = 0;
      return filled;
    },
  };
}
