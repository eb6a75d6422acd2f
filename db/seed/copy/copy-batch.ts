import type { Writable } from "node:stream";
import { setImmediate } from "node:timers/promises";
import postgres from "postgres";
import { CopyRefusedError } from "./copy-refused-error";
import type { TableBatch } from "./row-buffer";

const LINES_PER_CHUNK = 1000;
const ABORTED_TRANSACTION = "25P02";

/**
 * Copies one table's rows in, no faster than the server takes them. Needs a transaction.
 *
 * @throws {CopyRefusedError} when a constraint refuses them.
 */
export async function copyBatch(
  sql: postgres.TransactionSql,
  { copier, lines }: TableBatch,
): Promise<void> {
  const { tableName, columnNames } = copier;
  const copy = await sql`copy ${sql(tableName)} (${sql(columnNames)}) from stdin`.writable();
  let failure: Error | undefined;
  copy.on("error", (error) => {
    failure = error;
  });

  try {
    for (let start = 0; start < lines.length; start += LINES_PER_CHUNK) {
      await written(copy, lines.slice(start, start + LINES_PER_CHUNK).join(""));
    }
  } catch (error) {
    throw failure ?? error;
  }
  copy.end();
  await setImmediate();
  await assertAccepted(sql, tableName);
}

function written(stream: Writable, chunk: string): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}

/**
 * Constraints are checked after the last row, and a refusal then never reaches the stream of
 * postgres.js (porsager/postgres#1173): it neither finishes nor fails. The next query in the
 * transaction knows.
 */
async function assertAccepted(sql: postgres.TransactionSql, tableName: string): Promise<void> {
  try {
    await sql`select 1`;
  } catch (error) {
    const isRefused = error instanceof postgres.PostgresError && error.code === ABORTED_TRANSACTION;
    throw isRefused ? new CopyRefusedError(tableName, { cause: error }) : error;
  }
}
