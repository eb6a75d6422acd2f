import { once } from "node:events";
import { type AddressInfo, createServer, connect as dial } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { sql as query } from "drizzle-orm";
import { afterEach, describe } from "vitest";
import { type Connection, connect } from "@/db/client";
import { expect, test } from "@/lib/testing/database-test";

let connection: Connection | undefined;
let way: Awaited<ReturnType<typeof slowWay>> | undefined;
afterEach(async () => {
  await connection?.close();
  way?.close();
});

/** An error outside any call fails the test run by itself. */
describe("a connection that ends inside a transaction", () => {
  test("while a statement runs, fails the transaction, and the pool goes on", async ({
    databaseUrl,
    sql: other,
  }) => {
    const { db, sql } = open(databaseUrl);
    const transaction = db.transaction(async (tx) => {
      await tx.execute(query`select 1`);
      await tx.execute(query`select pg_sleep(60)`);
    });
    const failure = expect(transaction).rejects.toThrow();
    await expect
      .poll(() => other`select 1 from pg_stat_activity where wait_event = 'PgSleep'`)
      .toHaveLength(1);
    await end(other);

    await failure;
    await expect.poll(() => sql`select 1 as one`.catch(() => [])).toEqual([{ one: 1 }]);
  });

  test("between two statements, fails the transaction, and runs the rest nowhere else", async ({
    databaseUrl,
    sql: other,
  }) => {
    await other`create table written (at int)`;
    const { db, sql } = open(databaseUrl);
    let later = 0;
    const transaction = db.transaction(async (tx) => {
      await tx.execute(query`insert into written values (1)`);
      await end(other);
      for (const at of [2, 3]) {
        await tx.execute(query`insert into written values (${at}::int)`).catch(() => {});
        later = at;
      }
    });
    const waiting = sql`select 1 as one`;

    await expect(transaction).rejects.toThrow();
    expect(later).toBeGreaterThan(0);
    await expect(waiting).resolves.toEqual([{ one: 1 }]);
    expect(await other`select at from written`).toEqual([]);
  });
});

test("of two statements that were sent together both fail at once, though one was answered", async ({
  databaseUrl,
  sql: other,
}) => {
  const { db, sql } = open(databaseUrl);
  const transaction = db.transaction(async (tx) => {
    await Promise.all([tx.execute(query`select 1`), tx.execute(query`select pg_sleep(${60})`)]);
  });
  const failure = expect(transaction).rejects.toThrow();
  await expect
    .poll(() => other`select 1 from pg_stat_activity where wait_event = 'PgSleep'`)
    .toHaveLength(1);
  await end(other);

  const soon = pause(1_500).then(() => "not yet");
  expect(await Promise.race([failure.then(() => "failed"), soon])).toBe("failed");
  await expect.poll(() => sql`select 1 as one`.catch(() => [])).toEqual([{ one: 1 }]);
});

test("a transaction whose beginning and end arrive in one piece writes to nobody", async ({
  databaseUrl,
  sql: other,
}) => {
  await other`create table written (at int)`;
  way = await slowWay(databaseUrl);
  const { db, sql } = open(way.url);
  await sql`select 1`;
  way.hold();
  const transaction = db.transaction(async (tx) => {
    await tx.execute(query`insert into written values (1)`);
  });
  const failure = expect(transaction).rejects.toThrow();
  await expect
    .poll(() => other`select 1 from pg_stat_activity where state = 'idle in transaction'`)
    .toHaveLength(1);
  await end(other);

  await failure;
  await expect.poll(() => sql`select 1 as one`.catch(() => [])).toEqual([{ one: 1 }]);
  expect(await other`select at from written`).toEqual([]);
});

describe("a transaction that was busy with something else when its connection ended", () => {
  test.for([100, 800])(
    "writes %i ms later, to nobody",
    async (milliseconds, { databaseUrl, sql: other }) => {
      await other`create table written (at int)`;
      const { db, sql } = open(databaseUrl);
      let later = "not yet";
      const transaction = db.transaction(async (tx) => {
        await tx.execute(query`insert into written values (1)`);
        await end(other);
        await pause(milliseconds);
        const writing = tx.execute(query`insert into written values (2)`);
        later = await writing.then(
          () => "written",
          () => "refused",
        );
      });

      await expect(transaction).rejects.toThrow();
      await expect.poll(() => later).toBe("refused");
      await expect.poll(() => sql`select 1 as one`.catch(() => [])).toEqual([{ one: 1 }]);
      expect(await other`select at from written`).toEqual([]);
    },
  );
});

test("a connection that ends while nobody uses it is made again at the next need", async ({
  databaseUrl,
  sql: other,
}) => {
  const { sql } = open(databaseUrl);
  await sql`select 1`;
  await end(other);
  await expect.poll(() => sql`select 1 as one`.catch(() => [])).toEqual([{ one: 1 }]);
});

function open(databaseUrl: string): Connection {
  connection = connect(databaseUrl, { max: 1, connection: { application_name: "ended" } });
  return connection;
}

async function end(other: Connection["sql"]): Promise<void> {
  await other`
    select pg_terminate_backend(pid, 10000) from pg_stat_activity
    where datname = current_database() and application_name = 'ended'`;
}

/** A way to the server that can hold what the server says until the server hangs up, and then brings it at once. */
async function slowWay(databaseUrl: string) {
  const { hostname, port } = new URL(databaseUrl);
  let isHolding = false;
  const way = createServer({ allowHalfOpen: true }, (client) => {
    const server = dial(Number(port), hostname);
    const held: Buffer[] = [];
    client.pipe(server);
    server.on("data", (piece) => (isHolding ? held.push(piece) : client.write(piece)));
    server.on("close", () => {
      isHolding = false;
      client.end(Buffer.concat(held));
    });
    for (const socket of [client, server]) socket.on("error", () => {});
  });
  await once(way.listen(0, hostname), "listening");
  const url = new URL(databaseUrl);
  url.port = String((way.address() as AddressInfo).port);
  return {
    url: url.href,
    hold: () => {
      isHolding = true;
    },
    close: () => way.close(),
  };
}
