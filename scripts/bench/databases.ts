import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { type SeedSummary, seedDatabase } from "@/db/seed";
import { migrateDatabase } from "@/lib/migrate-database";
import { seedKeys } from "../seed-keys";
import type { TemporaryServer } from "./temporary-server";

/** The database that is seeded once, and that every measurement gets a copy of. */
const seeded = "lethe";

/** A role without the privilege to leave the referential checks out. */
export const checkedRole = { username: "lethe_checked", password: "lethe" } as const;

/** Migrates and seeds: 21 workspaces whose rows lie among each other, as many messages in each. */
export async function seedBench(server: TemporaryServer, messages: number): Promise<SeedSummary> {
  const url = server.url(seeded);
  await migrateDatabase(url);
  const sql = postgres(url, { onnotice: () => {} });
  try {
    const keys = seedKeys(randomBytes(32).toString("base64"));
    const summary = await seedDatabase(sql, { workspaces: 21, messages, password: "bench", keys });
    await sql.unsafe(
      `create role ${checkedRole.username} login password '${checkedRole.password}';
       grant select, insert, update, delete on all tables in schema public to ${checkedRole.username}`,
    );
    return summary;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Copies the seeded database file by file, so that rows lie on disk as they do in it. */
export async function copyDatabase(server: TemporaryServer, name: string): Promise<string> {
  await server.admin.unsafe(`create database ${name} template ${seeded} strategy file_copy`);
  return server.url(name);
}

export async function dropDatabase(server: TemporaryServer, name: string): Promise<void> {
  await server.admin.unsafe(`drop database if exists ${name} with (force)`);
}

/** Re-declares every foreign key `ON DELETE CASCADE`, as many schemas have them. */
export async function cascadeForeignKeys(sql: postgres.Sql): Promise<void> {
  for (const { table, name, definition } of await foreignKeys(sql)) {
    await sql.unsafe(
      `alter table ${table} drop constraint "${name}",
       add constraint "${name}" ${definition} on delete cascade not valid`,
    );
  }
}

export async function dropForeignKeys(sql: postgres.Sql): Promise<void> {
  for (const { table, name } of await foreignKeys(sql)) {
    await sql.unsafe(`alter table ${table} drop constraint "${name}"`);
  }
}

export async function dropFence(sql: postgres.Sql): Promise<void> {
  const triggers = await sql<{ table: string; name: string }[]>`
    select tgrelid::regclass::text as table, tgname as name from pg_trigger
    where not tgisinternal and tgname like 'fence_%'`;
  for (const { table, name } of triggers) await sql.unsafe(`drop trigger ${name} on ${table}`);
}

async function foreignKeys(sql: postgres.Sql) {
  return await sql<{ table: string; name: string; definition: string }[]>`
    select conrelid::regclass::text as table, conname as name,
      pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`;
}
