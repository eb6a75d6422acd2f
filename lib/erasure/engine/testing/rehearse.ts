import { sql } from "drizzle-orm";
import type { Executor, Transactor } from "../statements";

/** Leaves the transaction, and takes what was found along. */
class Rehearsed<T> extends Error {
  readonly found: T;

  constructor(found: T) {
    super("rehearsed");
    this.found = found;
  }
}

/** Does something that does not last: the database is afterwards as it was. */
export async function rehearse<TTx extends Executor, T>(
  database: Transactor<TTx>,
  work: (tx: TTx) => Promise<T>,
): Promise<T> {
  try {
    return await database.transaction(async (tx): Promise<T> => {
      throw new Rehearsed(await work(tx));
    });
  } catch (error) {
    if (error instanceof Rehearsed) return error.found;
    throw error;
  }
}

/** From here to the end of the transaction PostgreSQL looks at every reference itself. */
export async function asRole(tx: Executor, role: string): Promise<void> {
  await tx.execute(sql`select set_config('role', ${role}, true)`);
}
