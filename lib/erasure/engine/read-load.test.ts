import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type EmbeddedDatabase, startEmbeddedPostgres } from "@/db/embedded";
import { loadReader } from "./read-load";

/** A server of its own: every session on it counts. */
let folder: string;
let server: EmbeddedDatabase;
let purge: postgres.Sql;
let neighbour: postgres.Sql;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lethe-load-"));
  await chmod(folder, 0o755);
  server = await startEmbeddedPostgres({ dataDir: folder, isDurable: false });
  purge = connect("the purge");
  neighbour = connect("a neighbour");
  await neighbour`create table notes (id int primary key)`;
  await neighbour`insert into notes values (1)`;
});

afterAll(async () => {
  await Promise.all([purge.end({ timeout: 1 }), neighbour.end({ timeout: 1 })]);
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

test("a session that was at work a moment ago is seen, and then no more", async () => {
  const read = reader(purge, 500);
  await expect.poll(read).toEqual({ others: 0, waiting: 0, replicaLagMs: 0, queueLagMs: 0 });

  await neighbour`select 1`;
  expect(await read()).toMatchObject({ others: 1 });
  await expect.poll(read).toMatchObject({ others: 0 });
});

test("who has asked something and rests is not seen for that, however long nobody has looked", async () => {
  const read = reader(purge, 100);
  await read();
  await neighbour`select 1`;
  await expect.poll(restedMs).toBeGreaterThan(150);
  expect(await read()).toMatchObject({ others: 0 });
});

test("a session that is at work at this moment is seen each time", async () => {
  const read = reader();
  await read();
  const sleep = neighbour`select pg_sleep(60)`.execute();
  await expect.poll(read).toMatchObject({ others: 1 });
  expect(await read()).toMatchObject({ others: 1 });
  sleep.cancel();
  await sleep.catch(() => "cancelled");
});

test("the purge's own other sessions are not others", async () => {
  const beside = connect("the purge");
  const read = reader();
  await expect.poll(read).toMatchObject({ others: 0 });
  await beside`select 1`;
  expect(await read()).toMatchObject({ others: 0 });
  await beside.end({ timeout: 1 });
});

test("sessions that wait for a lock are counted", async () => {
  const blocker = connect("a neighbour");
  const read = reader();
  const locked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  const holding = blocker.begin(async (tx) => {
    await tx`select * from notes for update`;
    locked.resolve();
    await released.promise;
  });
  await locked.promise;
  const waiting = neighbour`update notes set id = 1`.execute();
  await expect.poll(read).toMatchObject({ waiting: 1 });

  released.resolve();
  await Promise.all([holding, waiting]);
  expect(await read()).toMatchObject({ waiting: 0 });
  await blocker.end({ timeout: 1 });
});

test("sessions of another role are unseen, unless the role may see them", async () => {
  await neighbour`create role worker login password 'worker'`;
  const worker = connect("the purge", { username: "worker", password: "worker" });
  const read = reader(worker);
  expect(await read()).toMatchObject({ others: null });

  await neighbour`grant pg_read_all_stats to worker`;
  await expect.poll(read).toMatchObject({ others: 0 });
  await worker.end({ timeout: 1 });
});

test("how long jobs wait is part of the load", async () => {
  const read = loadReader(drizzle(purge), {
    ownNames: ["the purge"],
    queueLagMs: async () => 1_500,
  });
  expect(await read()).toMatchObject({ queueLagMs: 1_500 });
});

function reader(sql: postgres.Sql = purge, momentMs = 20) {
  return loadReader(drizzle(sql), { ownNames: ["the purge"], momentMs });
}

/** For how long the neighbour's session has done nothing. */
async function restedMs(): Promise<number> {
  const [session] = await purge<{ ms: number }[]>`
    select extract(epoch from clock_timestamp() - max(state_change))::float8 * 1000 as ms
    from pg_stat_activity where application_name = 'a neighbour'`;
  return session?.ms ?? 0;
}

function connect(name: string, options: postgres.Options<never> = {}): postgres.Sql {
  return postgres(server.url, { max: 1, connection: { application_name: name }, ...options });
}
