import type postgres from "postgres";
import { copyBatch } from "./copy/copy-batch";
import { copyConnection } from "./copy/copy-connection";
import { assertReferences, deferReferences } from "./copy/references";
import { rowBuffer, type TableBatch } from "./copy/row-buffer";
import { seededTableNames } from "./copy/seeded-tables";
import { DatabaseNotEmptyError } from "./database-not-empty-error";
import { openWorld } from "./open-world";
import { demoSize, type SeedOptions } from "./seed-options";

const ROWS_PER_BATCH = 10_000;

type SizedOptions = Pick<SeedOptions, "password" | "keys"> & Partial<SeedOptions>;

export type SeedSummary = { rows: number; rowsByTable: Readonly<Record<string, number>> };

/**
 * Fills an empty, migrated database with lifelike data: the demo's, unless a size is given.
 *
 * One transaction: a seed that fails leaves nothing. Needs memory for one batch, however many
 * messages are asked for. Afterwards the planner's statistics are fresh.
 *
 * @throws {DatabaseNotEmptyError} when any table of the CRM has a row.
 */
export async function seedDatabase(sql: postgres.Sql, sized: SizedOptions): Promise<SeedSummary> {
  const options: SeedOptions = { ...demoSize, ...sized };
  const rowsByTable: Record<string, number> = {};

  async function write(tx: postgres.TransactionSql, batches: TableBatch[]): Promise<void> {
    for (const batch of batches) {
      await copyBatch(tx, batch);
      const { tableName } = batch.copier;
      rowsByTable[tableName] = (rowsByTable[tableName] ?? 0) + batch.lines.length;
    }
  }

  const connection = copyConnection(sql);
  await connection
    .begin(async (tx) => {
      await assertEmpty(tx);
      const areReferencesDeferred = await deferReferences(tx);
      const buffer = rowBuffer();
      let writing = Promise.resolve();

      // The next batch is made while the server stores the last one.
      for await (const _pause of openWorld(buffer, options)) {
        if (buffer.size < ROWS_PER_BATCH) continue;
        await writing;
        writing = write(tx, buffer.take());
        writing.catch(() => {}); // Thrown where it is awaited, above or below.
      }
      await writing;
      await write(tx, buffer.take());
      if (areReferencesDeferred) await assertReferences(tx);
    })
    .finally(() => connection.end());
  await sql`vacuum (analyze) ${sql(seededTableNames)}`;

  const rows = Object.values(rowsByTable).reduce((sum, count) => sum + count, 0);
  return { rows, rowsByTable };
}

async function assertEmpty(tx: postgres.TransactionSql): Promise<void> {
  for (const tableName of seededTableNames) {
    const rows = await tx`select 1 from ${tx(tableName)} limit 1`;
    if (rows.length > 0) throw new DatabaseNotEmptyError(tableName);
  }
}
