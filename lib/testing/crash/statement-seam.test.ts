import { readFile } from "node:fs/promises";
import { sql as query } from "drizzle-orm";
import { describe } from "vitest";
import { connect } from "@/db/client";
import { test as databaseTest, expect } from "@/lib/testing/database-test";
import { waitingForLocks } from "@/lib/testing/waiting-for-locks";
import { type Intervention, type Moment, noIntervention } from "./intervention";
import { watchOutsideCalls } from "./outside-calls";
import { openSeam, type StatementSeam } from "./statement-seam";

const test = databaseTest.extend<{
  through: (intervention?: Intervention) => StatementSeam & ReturnType<typeof connect>;
}>({
  through: async ({ databaseUrl }, use) => {
    const opened: ReturnType<typeof connect>[] = [];
    await use((intervention) => {
      const seam = openSeam(intervention);
      const connection = connect(databaseUrl, { ...seam.options, max: 1, fetch_types: false });
      opened.push(connection);
      return { ...seam, ...connection };
    });
    for (const { close } of opened) await close();
  },
});

describe("the seam counts", () => {
  test("a query with and without parameters once, also when it is prepared already", async ({
    through,
  }) => {
    const { sql, statements } = through();
    await sql`select 1`;
    await sql`select ${1}::int`;
    await sql`select ${2}::int`;
    await sql.unsafe("select 1; select 2");

    expect(statements.map(({ text }) => text)).toEqual([
      "select 1",
      "select $1::int",
      "select $1::int",
      "select 1; select 2",
    ]);
  });

  test("a transaction's own statements, too", async ({ through }) => {
    const { db, statements } = through();
    await db.transaction(async (tx) => {
      await tx.execute(query`select 1`);
      await tx.transaction((inner) => inner.execute(query`select 2`));
    });
    await db.transaction(() => Promise.reject(new Error("no"))).catch(() => "rolled back");

    expect(statements.map(({ text }) => text.trim())).toEqual([
      "begin",
      "select 1",
      'savepoint "s0"',
      "select 2",
      "commit",
      "begin",
      "rollback",
    ]);
  });

  test("each of a pipelined pair", async ({ through }) => {
    const { sql, statements } = through();
    await sql.begin((tx) => Promise.all([tx`select 1`, tx`select 2`, tx`select 3`]));

    expect(statements.map(({ text }) => text.trim())).toEqual([
      "begin",
      "select 1",
      "select 2",
      "select 3",
      "commit",
    ]);
    expect(statements.map(({ isAlone }) => isAlone)).toEqual([true, true, false, false, true]);
  });

  test("a statement that fails, and goes on", async ({ through }) => {
    const { sql, statements } = through();
    await expect(sql`select 1 / ${0}::int`).rejects.toThrow("division by zero");
    await sql`select 1`;

    expect(statements).toHaveLength(2);
  });
});

describe("the seam says that a statement follows at once", () => {
  const followsAtOnce = async (
    databaseUrl: string,
    work: (sql: ReturnType<typeof connect>["sql"]) => Promise<unknown>,
  ) => {
    const outside = watchOutsideCalls();
    const seam = openSeam(noIntervention, outside);
    const { sql, close } = connect(databaseUrl, { ...seam.options, max: 2, fetch_types: false });
    await work(sql);
    const seen = seam.statements.map((sent) => `${sent.followsAtOnce} ${sent.text.trim()}`);
    outside.stop();
    await close();
    return seen;
  };

  test("when the last answer has come and nothing else has happened", async ({ databaseUrl }) => {
    const work = () =>
      followsAtOnce(databaseUrl, async (sql) => {
        await sql`select 1`;
        await sql`select ${2}::int`;
        await sql`select ${3}::int`;
      });
    // Once is enough: whoever else is at work in this process may come in between.
    await expect
      .poll(work)
      .toEqual(["false select 1", "true select $1::int", "true select $1::int"]);
  });

  test("never when it is sent together with another", async ({ databaseUrl }) => {
    const seen = await followsAtOnce(databaseUrl, (sql) =>
      sql.begin((tx) => Promise.all([tx`select 1`, tx`select 2`, tx`select 3`])),
    );
    expect(seen.slice(2, 4)).toEqual(["false select 2", "false select 3"]);
  });

  test("never while one is under way on another connection", async ({ databaseUrl }) => {
    const seen = await followsAtOnce(databaseUrl, async (sql) => {
      await Promise.all([sql`select 1`, sql`select 2`]);
      const slow = sql`select pg_sleep(0.5)`.execute();
      await sql`select 3`;
      await sql`select 4`;
      await slow;
    });
    expect(seen.slice(-2)).toEqual(["false select 3", "false select 4"]);
  });

  test("never when a file has been read meanwhile, or is still", async ({ databaseUrl }) => {
    let reading: Promise<unknown> = Promise.resolve();
    const seen = await followsAtOnce(databaseUrl, async (sql) => {
      await sql`select 1`;
      await readFile(import.meta.filename);
      await sql`select 2`;
      await sql`select 3`;
      reading = readFile(import.meta.filename);
      await sql`select 4`;
    });
    await reading;
    expect(seen).toEqual([
      "false select 1",
      "false select 2",
      expect.stringContaining("select 3"),
      "false select 4",
    ]);
  });
});

describe("the seam stops", () => {
  test.for<[moment: Moment, statement: number, written: number]>([
    ["before", 1, 0],
    ["after", 1, 1],
    ["before", 2, 1],
    ["after", 2, 2],
    ["before", 3, 2],
    ["after", 3, 3],
  ])(
    "%s statement %i of a pipeline, with %i done",
    async ([moment, at, written], { sql: other, through }) => {
      await other`create table written (at int)`;
      const seen: unknown[] = [];
      let acted = 0;
      const { sql } = through({
        at: (passing) => passing.statement === at && passing.moment === moment,
        act: async () => {
          acted += 1;
          const rows = () => other`select at from written order by at`;
          await expect.poll(rows).toHaveLength(written);
          seen.push(...(await rows()));
        },
      });

      await Promise.all(
        [1, 2, 3].map((row) => sql`insert into written values (${sql.unsafe(`${row}`)})`),
      );

      expect(acted).toBe(1);
      expect(seen).toHaveLength(written);
      expect(await other`select at from written`).toHaveLength(3);
    },
  );

  test("while a statement waits for a lock", async ({ sql: other, through }) => {
    await other`create table written (at int)`;
    const release = Promise.withResolvers<void>();
    const { sql } = through({
      at: ({ moment }) => moment === "during",
      act: async () => {
        await expect.poll(() => waitingForLocks(other)).toHaveLength(1);
        release.resolve();
      },
    });
    let inserted: Promise<unknown> = Promise.resolve();
    await other.begin(async (tx) => {
      await tx`lock table written`;
      inserted = sql`insert into written values (1)`.execute();
      await release.promise;
    });
    await inserted;
    expect(await other`select at from written`).toHaveLength(1);
  });
});
