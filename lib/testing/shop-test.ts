import { randomBytes } from "node:crypto";
import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";
import { sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { inject, test as plain } from "vitest";
import * as shop from "@/lib/erasure/engine/testing/shop";

export { expect } from "vitest";

export type ShopDb = PostgresJsDatabase;

/** A test with the shop platform's tables: one database for the file, emptied before each test. */
export const test = plain
  // biome-ignore lint/correctness/noEmptyPattern: the fixture depends on no other.
  .extend("shopDb", { scope: "file" }, async ({}, { onCleanup }): Promise<ShopDb> => {
    const template = new URL(inject("templateUrl"));
    const name = `shop_${randomBytes(6).toString("hex")}`;
    const server = postgres(new URL("/postgres", template).href, { max: 1, onnotice: () => {} });
    await server`create database ${server(name)} template template0`;
    const connection = postgres(new URL(`/${name}`, template).href, { onnotice: () => {} });
    onCleanup(async () => {
      await connection.end();
      await server`drop database ${server(name)} with (force)`;
      await server.end();
    });
    for (const statement of await shopMigration()) await connection.unsafe(statement);
    return drizzle(connection);
  })
  .extend("db", async ({ shopDb }): Promise<ShopDb> => {
    await emptyShop(shopDb);
    return shopDb;
  });

/** Empties every table of the shop platform. */
export async function emptyShop(db: ShopDb): Promise<void> {
  const tables = Object.values(shop).map((table) => sql`${table}`);
  await db.execute(sql`truncate ${sql.join(tables, sql`, `)} restart identity`);
}

/** The schema's own migration, with `events` partitioned, which Drizzle cannot say. */
async function shopMigration(): Promise<string[]> {
  const statements = await generateMigration(generateDrizzleJson({}), generateDrizzleJson(shop));
  return [
    "create extension citext",
    ...statements.map((statement) =>
      statement.startsWith('CREATE TABLE "events"')
        ? statement.trimEnd().replace(/;$/, " partition by range (occurred_at);")
        : statement,
    ),
    ...["2026-01-01", "2026-02-01", "2026-03-01"].map(
      (month) =>
        `create table events_${month.slice(0, 7).replace("-", "_")} partition of events
         for values from ('${month}') to (timestamptz '${month}' + interval '1 month')`,
    ),
    "create table events_other partition of events default",
  ];
}
