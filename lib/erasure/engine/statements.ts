import type { SQL } from "drizzle-orm";

/** Anything that runs a Drizzle query: a database or a transaction, over whichever driver. */
export type Executor = { execute(query: SQL): PromiseLike<unknown> };

/** A database that can run work in one transaction. */
export type Transactor<TTx extends Executor> = {
  transaction<T>(work: (tx: TTx) => Promise<T>): Promise<T>;
};

export type Row = Record<string, unknown>;

/** Runs a query for its rows. postgres.js answers with an array, node-postgres with `{ rows }`. */
export async function rowsOf(executor: Executor, query: SQL): Promise<Row[]> {
  const result: unknown = await executor.execute(query);
  const rows = Array.isArray(result) ? result : property(result, "rows");
  if (!Array.isArray(rows)) throw new TypeError("The driver answered without rows.");
  return rows.filter((row): row is Row => typeof row === "object" && row !== null);
}

/** Runs a statement for the number of rows that it changed. */
export async function changedBy(executor: Executor, statement: SQL): Promise<number> {
  const result: unknown = await executor.execute(statement);
  const count = property(result, "count") ?? property(result, "rowCount");
  if (typeof count !== "number")
    throw new TypeError("The driver did not say how many rows changed.");
  return count;
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
