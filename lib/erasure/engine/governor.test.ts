import { describe, expect, test } from "vitest";
import { paced, polite } from "./governor";
import type { Load } from "./load";

const alone: Load = { others: 0, waiting: 0, replicaLagMs: 0, queueLagMs: 0 };
const beside: Load = { ...alone, others: 3 };

describe("a paced purge", () => {
  const pace = { budgetMs: 50, minRows: 100, maxRows: 4_000 };

  test.for([
    ["grows to four times its size at most", [{ rows: 500, elapsedMs: 1 }], 4_000],
    ["keeps its size on budget", [{ rows: 1_000, elapsedMs: 50 }], 1_000],
    ["shrinks at once when a batch is slow", [{ rows: 1_000, elapsedMs: 500 }], 100],
    ["never goes below the smallest", [{ rows: 100, elapsedMs: 5_000 }], 100],
    ["learns nothing from the few last rows of a step", [{ rows: 120, elapsedMs: 3 }], 1_000],
    [
      "counts other subjects' rows, which it goes through as well",
      [{ rows: 250, elapsedMs: 50 }],
      1_000,
    ],
    [
      "grows again from the smallest, also among other subjects' rows",
      [
        { rows: 1_000, elapsedMs: 900 },
        { rows: 60, elapsedMs: 4 },
        { rows: 120, elapsedMs: 6 },
        { rows: 60, elapsedMs: 4 },
        { rows: 60, elapsedMs: 4 },
      ],
      651,
    ],
    [
      "smooths: one slow batch among quick ones halves the next, and no more",
      [
        { rows: 1_000, elapsedMs: 50 },
        { rows: 1_000, elapsedMs: 150 },
      ],
      500,
    ],
    [
      "begins again with another step's rows",
      [
        { rows: 1_000, elapsedMs: 500, step: 0 },
        { rows: 100, elapsedMs: 1, step: 1 },
      ],
      400,
    ],
  ] as const)("%s", async ([, batches, expected]) => {
    const governor = paced(pace);
    for (const batch of batches) await governor.after(batch);
    expect(await governor.limit()).toBe(expected);
  });

  test("never goes above the largest", async () => {
    const governor = paced(pace);
    for (let at = 0; at < 9; at++) await governor.after({ rows: 1_000, elapsedMs: 1 });
    expect(await governor.limit()).toBe(4_000);
  });
});

describe("a polite purge", () => {
  test("looks before its first batch", async () => {
    expect(await rehearsal([alone]).governor.limit()).toBe(1_000);
    expect(await rehearsal([{ ...alone, waiting: 5 }]).governor.limit()).toBe(100);
  });

  test("takes what its budget allows, up to 100,000 rows, and never rests while nobody else is at work", async () => {
    const { governor, rested, purge } = rehearsal([alone]);
    await purge({ batches: 20, msPerRow: 0.002 });
    expect(await governor.limit()).toBe(75_000);
    await purge({ batches: 20, msPerRow: 0.0005 });
    expect(await governor.limit()).toBe(100_000);
    expect(rested()).toEqual([]);
  });

  test("takes at most 2,000 rows and rests seven times as long as a batch took beside others", async () => {
    const { governor, rested, purge } = rehearsal([beside]);
    await purge({ batches: 20, msPerRow: 0.02 });
    expect(await governor.limit()).toBe(2_000);
    expect(rested().at(-1)).toBe(280);
  });

  test("aims at 150 ms alone, and at 50 as soon as somebody else is seen at work", async () => {
    const { governor, purge } = rehearsal([...Array(10).fill(alone), beside]);
    await purge({ batches: 5, msPerRow: 0.1 });
    expect(await governor.limit()).toBe(1_500);
    await purge({ batches: 10, msPerRow: 0.1 });
    expect(await governor.limit()).toBe(500);
  });

  test("rests for what was read as for a batch, and learns nothing from it", async () => {
    const { governor, rested } = rehearsal([beside]);
    const rows = await governor.limit();
    await governor.rest(3);
    await governor.rest(900);
    expect(rested()).toEqual([21, 1_000]);
    expect(await governor.limit()).toBe(rows);

    const quiet = rehearsal([alone]);
    await quiet.governor.rest(900);
    expect(quiet.rested()).toEqual([]);
  });

  test("rests in proportion to a small batch's time as well", async () => {
    const { governor, rested } = rehearsal([beside]);
    await governor.after({ rows: 40, elapsedMs: 3 });
    expect(rested()).toEqual([21]);
  });

  test("assumes others where it may not look, and when a look fails", async () => {
    for (const load of [{ ...alone, others: null }, new Error("no connection")]) {
      const { governor, rested, purge } = rehearsal([load]);
      await purge({ batches: 10, msPerRow: 0.02 });
      expect(await governor.limit()).toBe(2_000);
      expect(rested()).toHaveLength(10);
    }
  });

  test("rests in proportion to the share of time that others are at work", async () => {
    const looks = Array.from({ length: 200 }, (_, at) => (at % 4 === 0 ? beside : alone));
    const { rested, purge } = rehearsal(looks);
    const workedMs = await purge({ batches: 200, msPerRow: 0.02 });
    const restedMs = rested().reduce((sum, ms) => sum + ms, 0);
    expect(restedMs / workedMs).toBeGreaterThan(7 * 0.15);
    expect(restedMs / workedMs).toBeLessThan(7 * 0.35);
  });

  test("is alone again a second or two after the others have gone", async () => {
    const { governor, rested, purge } = rehearsal([beside, beside, beside, alone]);
    await purge({ batches: 20, msPerRow: 0.001, betweenMs: 100 });
    const before = rested().length;
    await purge({ batches: 5, msPerRow: 0.001, betweenMs: 100 });
    expect(rested()).toHaveLength(before);
    expect(await governor.limit()).toBe(100_000);
  });

  test("rests longer when its rows take several times as long as at best", async () => {
    const { rested, purge } = rehearsal([beside]);
    await purge({ batches: 10, msPerRow: 0.01 });
    await purge({ batches: 10, msPerRow: 0.018 });
    const everydayMs = await purge({ batches: 1, msPerRow: 0.018 });
    expect(rested().at(-1)).toBe(7 * everydayMs);

    await purge({ batches: 12, msPerRow: 0.05 });
    const strainedMs = await purge({ batches: 1, msPerRow: 0.05 });
    expect(rested().at(-1)).toBeCloseTo(7 * strainedMs * 2.5, 0);
  });

  test.for([
    ["a replica", { replicaLagMs: 3_000 }],
    ["the job queue", { queueLagMs: 6_000 }],
    ["somebody's lock", { waiting: 1 }],
  ] as const)("rests when %s is behind, though nobody is seen at work", async ([, behind]) => {
    const { rested, purge } = rehearsal([{ ...alone, ...behind }]);
    expect(rested()).toEqual([]);
    const workedMs = await purge({ batches: 1, msPerRow: 0.4 });
    expect(rested()).toEqual([workedMs]);
  });

  test("stops for no queue, however long it is", async () => {
    const { rested, purge } = rehearsal([{ ...alone, queueLagMs: 9_000_000 }]);
    const workedMs = await purge({ batches: 1, msPerRow: 0.4 });
    expect(rested()).toEqual([2 * workedMs]);
  });

  test("never rests longer than a second", async () => {
    const { rested, purge } = rehearsal([{ ...beside, waiting: 4, replicaLagMs: 29_000 }]);
    await purge({ batches: 1, msPerRow: 50 });
    expect(rested()).toEqual([1_000]);
  });

  test.for([
    ["two tables at once", alone, 2],
    ["one beside others", beside, 1],
    ["one while sessions wait for locks", { ...alone, waiting: 5 }, 1],
    ["one where it may not look", { ...alone, others: null }, 1],
  ] as const)("reads %s", async ([, load, readers]) => {
    expect(await rehearsal([load]).governor.readers()).toBe(readers);
  });

  test("looks every 100 ms at most", async () => {
    const { looks, purge } = rehearsal([alone]);
    const workedMs = await purge({ batches: 1_000, msPerRow: 0.002 });
    expect(looks()).toBeGreaterThan(10);
    expect(looks()).toBeLessThanOrEqual(workedMs / 100 + 1);
  });

  test("looks more seldom where a look takes long: one percent of the time", async () => {
    const { looks, purge } = rehearsal([alone], () => false, 5);
    const workedMs = await purge({ batches: 1_000, msPerRow: 0.002 });
    expect(looks()).toBeGreaterThan(10);
    expect(looks() * 5).toBeLessThanOrEqual(workedMs / 100 + 5);
  });

  test.for([
    ["a replica", { replicaLagMs: 30_000 }],
    ["five sessions", { waiting: 5 }],
  ] as const)("stops while %s cannot keep up, and goes on when it can", async ([, behind]) => {
    const overloaded = { ...beside, ...behind };
    const { governor, rested, purge } = rehearsal([overloaded, overloaded, overloaded, beside]);
    await purge({ batches: 1, msPerRow: 0.02 });
    expect(rested()).toEqual([250, 500, 1_000]);
    expect(await governor.limit()).toBeGreaterThan(100);
  });

  test("gives the run up after five seconds, and then takes little", async () => {
    const { governor, rested, purge } = rehearsal([{ ...beside, replicaLagMs: 90_000 }]);
    await purge({ batches: 1, msPerRow: 0.02 });
    expect(rested().reduce((sum, ms) => sum + ms, 0)).toBe(5_000);
    expect(await governor.limit()).toBe(100);
  });

  test("stops resting as soon as it has to", async () => {
    const { rested, purge } = rehearsal([{ ...beside, replicaLagMs: 90_000 }], () => true);
    await purge({ batches: 1, msPerRow: 0.02 });
    expect(rested()).toEqual([250]);
  });

  test("takes half as much when a batch waited too long, and rests", async () => {
    const { governor, rested, purge } = rehearsal([beside]);
    await purge({ batches: 20, msPerRow: 0.025 });
    const before = rested().length;
    expect(await governor.blocked()).toBe(true);
    expect(await governor.limit()).toBe(1_000);
    expect(rested().slice(before)).toEqual([250]);
  });

  test("gives up when that happens four times in a row, and only then", async () => {
    const { governor, purge } = rehearsal([beside]);
    for (let at = 0; at < 3; at++) expect(await governor.blocked()).toBe(true);
    await purge({ batches: 1, msPerRow: 0.025 });
    for (let at = 0; at < 3; at++) expect(await governor.blocked()).toBe(true);
    expect(await governor.blocked()).toBe(false);
  });
});

test("a real rest ends when it is told to", async () => {
  const governor = polite(async () => ({ ...beside, replicaLagMs: 90_000 }));
  const started = performance.now();
  await governor.after({ rows: 100, elapsedMs: 10 }, () => performance.now() > started + 60);
  expect(performance.now() - started).toBeLessThan(250);
});

/** A governor on a clock that only batches and rests move; the last look repeats. */
function rehearsal(loads: readonly (Load | Error)[], shouldStop = () => false, lookMs = 0) {
  let at = 0;
  let looks = 0;
  const rested: number[] = [];
  const governor = polite(
    async () => {
      const load = loads[Math.min(looks++, loads.length - 1)];
      at += lookMs;
      if (load === undefined || load instanceof Error) throw load;
      return load;
    },
    {
      clock: () => at,
      pause: async (milliseconds) => {
        rested.push(milliseconds);
        at += milliseconds;
      },
    },
  );
  return {
    governor,
    rested: () => rested,
    looks: () => looks,
    /** @returns how long the batches took, without rests. */
    async purge(batches: { batches: number; msPerRow: number; betweenMs?: number }) {
      let workedMs = 0;
      for (let left = batches.batches; left > 0; left--) {
        const rows = await governor.limit();
        const elapsedMs = rows * batches.msPerRow;
        workedMs += elapsedMs;
        at += elapsedMs;
        await governor.after({ rows, elapsedMs }, shouldStop);
        at += batches.betweenMs ?? 0;
      }
      return workedMs;
    },
  };
}
