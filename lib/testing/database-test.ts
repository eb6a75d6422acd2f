import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject, test as plain } from "vitest";
import { connect } from "@/db/client";
import type { Db } from "@/lib/erasure/context";

export { expect } from "vitest";

type DatabaseFixtures = { databaseUrl: string; sql: postgres.Sql; db: Db };

/** A test with a fresh, migrated database of its own; when the test fails, it stays and is named. */
export const test = plain.extend<DatabaseFixtures>({
  databaseUrl: async ({ task }, use) => {
    const template = new URL(inject("templateUrl"));
    const name = `test_${randomBytes(6).toString("hex")}`;
    const server = postgres(new URL("/postgres", template).href, { max: 1, onnotice: () => {} });
    try {
      await server`create database ${server(name)} template ${server(template.pathname.slice(1))}`;
      await use(new URL(`/${name}`, template).href);
      if (task.result?.state === "fail") console.error(`The database is kept: ${name}`);
      else await server`drop database ${server(name)} with (force)`;
    } finally {
      await server.end();
    }
  },

  sql: async ({ databaseUrl }, use) => {
    const connection = connect(databaseUrl);
    await use(connection.sql);
    await connection.close();
  },

  db: async ({ databaseUrl }, use) => {
    const connection = connect(databaseUrl);
    await use(connection.db);
    await connection.close();
  },
});
