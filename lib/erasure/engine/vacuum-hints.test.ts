import { sql } from "drizzle-orm";
import { expect, test } from "@/lib/testing/database-test";
import { vacuumHints } from "./vacuum-hints";

test("a table wants a vacuum when many of its rows are dead, until it had one", async ({ db }) => {
  await db.execute(sql`create table notes (id int) with (autovacuum_enabled = off)`);
  await db.execute(sql`create table asides (id int) with (autovacuum_enabled = off)`);
  await db.execute(sql`insert into notes select generate_series(1, 40000)`);
  await db.execute(sql`insert into asides select generate_series(1, 400)`);
  expect(await vacuumHints(db)).toEqual([]);

  await db.execute(sql`delete from notes where id <= 10000`);
  await db.execute(sql`delete from asides`);
  await expect
    .poll(() => vacuumHints(db), { timeout: 10_000 })
    .toMatchObject([{ table: "notes", deadRows: 10_000, liveRows: 30_000 }]);
  const [hint] = await vacuumHints(db, ["notes", "asides"]);
  expect(hint).toMatchObject({ isLeftToAutovacuum: false });
  expect(hint?.bytes).toBeGreaterThan(1_000_000);
  expect(await vacuumHints(db, ["asides"])).toEqual([]);
  expect(await vacuumHints(db, [])).toEqual([]);

  await db.execute(sql`vacuum notes`);
  await expect.poll(() => vacuumHints(db), { timeout: 10_000 }).toEqual([]);
});

test("a few dead rows among many are left to their time", async ({ db }) => {
  await db.execute(sql`create table notes (id int) with (autovacuum_enabled = off)`);
  await db.execute(sql`insert into notes select generate_series(1, 200000)`);
  await db.execute(sql`delete from notes where id <= 12000`);
  await expect
    .poll(
      async () => {
        const rows: unknown = await db.execute(
          sql`select n_dead_tup::int as dead from pg_stat_user_tables where relname = 'notes'`,
        );
        return rows;
      },
      { timeout: 10_000 },
    )
    .toMatchObject([{ dead: 12_000 }]);
  expect(await vacuumHints(db)).toEqual([]);
});

test("a table says when the server will do it by itself", async ({ db }) => {
  await db.execute(sql`create table notes (id int)`);
  await db.execute(sql`insert into notes select generate_series(1, 20000)`);
  await db.execute(sql`delete from notes`);
  await expect
    .poll(() => vacuumHints(db, ["notes"]), { timeout: 10_000 })
    .toMatchObject([{ table: "notes", isLeftToAutovacuum: true }]);
});
