import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { seedDatabase } from "@/db/seed";
import { migrateDatabase } from "@/lib/migrate-database";
import { seedKeys } from "../seed-keys";
import { multiplyRows } from "./multiply-rows";
import type { TemporaryServer } from "./temporary-server";

/** The database that is seeded once, and that every measurement gets a copy of. */
const seeded = "lethe";

/** A role without the privilege to leave the referential checks out. */
export const checkedRole = { username: "lethe_checked", password: "lethe" } as const;

const workspaces = 22;
const mostMessagesEach = 500;

/** All the other workspaces together have a quarter of its messages. */
const neighboursShare = 1 / (4 * (workspaces - 2));

/** Acme's and Globex's people have stories of their own; the rest are alike. */
export type BenchWorkspaces = {
  doomed: string;
  /** Stays at 500 messages or fewer: for a way to have been gone once before its time is taken. */
  rehearsal: string;
  acme: string;
  neighbours: string[];
};

/**
 * Migrates and seeds: one workspace of so many messages, and 20 neighbours with a quarter as many
 * between them. Their rows lie among each other, as in a database that all have used at once.
 */
export async function seedBench(
  server: TemporaryServer,
  messages: number,
): Promise<BenchWorkspaces & { rows: number }> {
  const url = server.url(seeded);
  await migrateDatabase(url);
  const sql = postgres(url, { onnotice: () => {} });
  try {
    const keys = seedKeys(randomBytes(32).toString("base64"));
    const messagesEach = Math.min(mostMessagesEach, Math.round(messages * neighboursShare));
    const size = { workspaces, messages: workspaces * messagesEach };
    await seedDatabase(sql, { ...size, password: "bench", keys });
    const [acme = "", globex = "", doomed = "", rehearsal = "", ...alike] = await workspaceIds(sql);
    const neighbours = [globex, ...alike];
    const times = (share: number) => Math.max(Math.round((messages * share) / messagesEach), 1);
    await multiplyRows(
      sql,
      new Map([
        [doomed, times(1)],
        ...[acme, ...neighbours].map((id): [string, number] => [id, times(neighboursShare)]),
      ]),
    );
    const rows = await countRows(sql);
    await sql.unsafe(
      `create role ${checkedRole.username} login password '${checkedRole.password}';
       grant select, insert, update, delete on all tables in schema public to ${checkedRole.username};
       grant pg_read_all_stats to ${checkedRole.username}`,
    );
    return { doomed, rehearsal, acme, neighbours, rows };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function workspaceIds(sql: postgres.Sql): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from workspaces order by array_position(array['acme', 'globex'], slug), id`;
  return rows.map(({ id }) => id);
}

/** As the planner's statistics have it, right after they were made. */
async function countRows(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ rows: string }[]>`
    select sum(reltuples) as rows from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and reltuples > 0`;
  return Number(row?.rows);
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
