import { describe } from "vitest";
import { newId } from "@/db/schema/columns";
import { expect, test } from "@/lib/testing/erasure-test";
import { createJobs } from "./create-jobs";
import { openBoss } from "./open-boss";
import { queueLagMs } from "./queue-lag";
import { type Handlers, startWorker } from "./start-worker";

const idle: Handlers = {
  advanceRun: async () => "finished",
  callRecipient: async () => "settled",
  sendMail: async () => "sent",
  readInbound: async () => "settled",
  sendNotice: async () => "sent",
  sweeps: [],
};

describe("a job", () => {
  test("exists exactly when its transaction has committed", async ({ db, sql, boss }) => {
    const jobs = createJobs(async () => boss);
    const requestId = newId();

    await db
      .transaction(async (tx) => {
        await jobs.enqueue(tx, { queue: "advance-run", data: { requestId } });
        throw new Error("rolled back");
      })
      .catch(() => "rolled back");
    expect(await sql`select id from pgboss.job`).toHaveLength(0);

    await db.transaction((tx) => jobs.enqueue(tx, { queue: "advance-run", data: { requestId } }));
    expect(await sql`select data from pgboss.job`).toEqual([{ data: { requestId } }]);
  });

  test("that already waits for a row is enough", async ({ db, sql, boss }) => {
    const jobs = createJobs(async () => boss);
    const [one, other] = [newId(), newId()];
    for (const requestId of [one, one, other, one]) {
      await db.transaction((tx) => jobs.enqueue(tx, { queue: "advance-run", data: { requestId } }));
    }
    expect(await sql`select id from pgboss.job`).toHaveLength(2);
  });
});

test("the queue is as far behind as the oldest job that is due and no purge", async ({
  db,
  sql,
}) => {
  const add = (name: string, state: string, seconds: number) =>
    sql`insert into pgboss.job (name, state, start_after)
      values (${name}, ${state}, now() + make_interval(secs => ${seconds}))`;
  expect(await queueLagMs(db)).toBe(0);
  await add("advance-run", "created", -900);
  await add("send-mail", "completed", -900);
  await add("send-mail", "retry", 900);
  expect(await queueLagMs(db)).toBe(0);

  await add("send-mail", "created", -30);
  await add("send-mail", "retry", -60);
  expect(await queueLagMs(db)).toBeGreaterThanOrEqual(60_000);
  expect(await queueLagMs(db)).toBeLessThan(120_000);
});

describe("a worker", () => {
  test("takes a job at once, and goes on for as long as there is more", async ({
    databaseUrl,
    db,
    boss,
  }) => {
    const requestId = newId();
    const slices: string[] = [];
    const finished = Promise.withResolvers<number>();
    const worker = await startWorker(await openBoss(databaseUrl, "worker"), {
      ...idle,
      advanceRun: async (id) => {
        slices.push(id);
        if (slices.length < 3) return "again";
        finished.resolve(performance.now());
        return "finished";
      },
    });
    await db.transaction((tx) =>
      createJobs(async () => boss).enqueue(tx, { queue: "advance-run", data: { requestId } }),
    );

    await finished.promise;
    expect(slices).toEqual([requestId, requestId, requestId]);
    await worker.stop();
  });

  test("works off what piled up before it came, one job right after the other", async ({
    databaseUrl,
    sql,
    boss,
  }) => {
    const waiting = Array.from({ length: 60 }, () => newId());
    for (const requestId of waiting) {
      await boss.send("advance-run", { requestId }, { singletonKey: requestId });
    }
    const taken: string[] = [];
    const worker = await startWorker(await openBoss(databaseUrl, "worker"), {
      ...idle,
      advanceRun: async (id) => {
        taken.push(id);
        return "finished";
      },
    });

    await expect.poll(() => taken.length, { timeout: 10_000 }).toBe(waiting.length);
    expect(taken.toSorted()).toEqual(waiting.toSorted());
    await expect
      .poll(() => sql`select distinct state::text from pgboss.job`)
      .toEqual([{ state: "completed" }]);
    await worker.stop();
  });

  test("leaves a job that it does not understand to another release, and goes on", async ({
    databaseUrl,
    sql,
    boss,
  }) => {
    const requestId = newId();
    await boss.send("advance-run", { request: { id: requestId, name: "Zoe" }, version: 2 });
    await boss.send("advance-run", { requestId, version: 2 }, { singletonKey: requestId });
    const taken: string[] = [];
    const worker = await startWorker(await openBoss(databaseUrl, "worker"), {
      ...idle,
      advanceRun: async (id) => {
        taken.push(id);
        return "finished";
      },
    });

    await expect
      .poll(() => sql`select state::text from pgboss.job order by state`)
      .toEqual([{ state: "completed" }, { state: "retry" }]);
    expect(taken).toEqual([requestId]);
    const [failed] = await sql`select output::text from pgboss.job where state = 'retry'`;
    expect(failed?.output).toContain("JobFailed");
    await worker.stop();
  });

  test("keeps a job that failed, and tries it again", async ({ databaseUrl, db, sql, boss }) => {
    const mailId = newId();
    let attempts = 0;
    const worker = await startWorker(await openBoss(databaseUrl, "worker"), {
      ...idle,
      sendMail: async () => {
        attempts += 1;
        throw new Error("could not write to zoe@example.test");
      },
    });
    await db.transaction((tx) =>
      createJobs(async () => boss).enqueue(tx, { queue: "send-mail", data: { mailId } }),
    );

    await expect
      .poll(() => sql`select state::text from pgboss.job`, { timeout: 10_000 })
      .toEqual([{ state: "retry" }]);
    const stored = await sql`select output::text from pgboss.job`;
    expect(JSON.stringify(stored)).toContain("JobFailed");
    expect(JSON.stringify(stored)).not.toContain("zoe@example.test");
    expect(attempts).toBe(1);
    await worker.stop();
  });

  test("repeats its sweeps, also after one has failed", async ({ databaseUrl }) => {
    let sweeps = 0;
    const worker = await startWorker(await openBoss(databaseUrl, "worker"), {
      ...idle,
      sweeps: [
        {
          name: "test",
          everySeconds: 0.05,
          run: async () => {
            sweeps += 1;
            if (sweeps === 1) throw new Error("once");
          },
        },
      ],
    });
    await expect.poll(() => sweeps, { timeout: 5_000 }).toBeGreaterThan(2);
    await worker.stop();
    const stopped = sweeps;
    await new Promise((resolve) => setImmediate(resolve));
    expect(sweeps).toBe(stopped);
  });
});
