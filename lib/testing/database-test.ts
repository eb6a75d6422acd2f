import type postgres from "postgres";
import { test as plain } from "vitest";
import { type Connection, connect } from "@/db/client";
import type { Db } from "@/lib/erasure/context";
import { createFreshDatabase } from "./fresh-database";

export { expect } from "vitest";

type DatabaseFixtures = {
  databaseUrl: string;
  connection: Connection;
  sql: postgres.Sql;
  db: Db;
};

/** A test with a fresh, migrated database of its own; when the test fails, it stays and is named. */
export const test = plain.extend<DatabaseFixtures>({
  databaseUrl: async ({ task }, use) => {
    const database = await createFreshDatabase();
    await use(database.url);
    if (task.result?.state === "fail") console.error(`The database is kept: ${database.name}`);
    else await database.drop();
  },

  connection: async ({ databaseUrl }, use) => {
    const connection = connect(databaseUrl);
    await use(connection);
    await connection.close();
  },

  sql: async ({ connection }, use) => use(connection.sql),

  db: async ({ connection }, use) => use(connection.db),
});
