import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Executor } from "../statements";

/** A role of a worker's that may not leave the referential checks out; roles are the whole server's. */
export async function createPlainRole(
  executor: Executor,
): Promise<{ name: string; drop(): Promise<void> }> {
  const name = `plain_${randomBytes(6).toString("hex")}`;
  const role = sql.identifier(name);
  await executor.execute(sql`create role ${role}`);
  await executor.execute(
    sql`grant select, insert, update, delete on all tables in schema public to ${role}`,
  );
  return {
    name,
    async drop() {
      await executor.execute(sql`drop owned by ${role}`);
      await executor.execute(sql`drop role ${role}`);
    },
  };
}
