import { and, eq, gt, sql as sqlText } from "drizzle-orm";
import { describe } from "vitest";
import { erasureRequests, erasureRuns, erasureTransitions, purgeControls } from "@/db/schema";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { advanceInTurn } from "./advance-in-turn";
import type { Db, ErasureContext } from "./context";
import { paced } from "./engine";
import { extendLease, releaseRun, takeRun } from "./lease";
import { recoverRuns } from "./recover-runs";
import { scheduleWorkspaceErasure } from "./schedule-workspace-erasure";
import { startRun } from "./start-run";

const day = 24 * 60 * 60_000;

describe("runs that wait for their turn", () => {
  test("are completed by deadline, one at a time", async ({ db, as, system, clock }) => {
    const requests = await scheduleAll({ db, as, clock }, [5, 3, 1, 4, 2]);
    await allow(db, 1);

    await workUntilDone(system, 1);

    expect(await completedInOrder(db)).toEqual([1, 2, 3, 4, 5].map((days) => requests.get(days)));
  });

  test("are never more than allowed, with several workers at once", async ({
    db,
    as,
    system,
    clock,
  }) => {
    await scheduleAll({ db, as, clock }, [5, 3, 1, 4, 2, 6]);
    await allow(db, 2);

    const mostLive = await workUntilDone(system, 5);

    expect(mostLive).toBeGreaterThan(0);
    expect(mostLive).toBeLessThanOrEqual(2);
    expect(await completedInOrder(db)).toHaveLength(6);
  });

  test("are not started, and their subjects not frozen, before that", async ({
    db,
    as,
    system,
    clock,
  }) => {
    const requests = await scheduleAll({ db, as, clock }, [1, 2]);
    await allow(db, 1);
    await startRun(system, requests.get(1) ?? "");

    expect(await advanceInTurn(system, requests.get(2) ?? "")).toBe("finished");
    expect(await stateOf(db, requests.get(2))).toBe("scheduled");
  });

  test("let an earlier deadline pass at their next slice", async ({ db, as, system, clock }) => {
    const requests = await scheduleAll({ db, as, clock }, [9, 1]);
    await allow(db, 1);
    await startRun(system, requests.get(9) ?? "");
    const late = await takeRun(system, requests.get(9) ?? "");
    expect(late).not.toBeNull();
    await startRun(system, requests.get(1) ?? "");
    expect(await takeRun(system, requests.get(1) ?? "")).toBeNull();

    if (late !== null) await releaseRun(system, late);
    expect(await takeRun(system, requests.get(9) ?? "")).toBeNull();
    expect(await takeRun(system, requests.get(1) ?? "")).not.toBeNull();
  });
});

describe("a slot", () => {
  test("is taken once, however many ask for it at the same moment", async ({
    db,
    as,
    system,
    clock,
  }) => {
    const requests = await scheduleAll({ db, as, clock }, [1, 2, 3, 4]);
    await allow(db, 2);
    for (const requestId of requests.values()) await startRun(system, requestId);

    const taken = await Promise.all(
      [...requests.values(), ...requests.values()].map((requestId) => takeRun(system, requestId)),
    );

    expect(taken.flatMap((run) => run?.requestId ?? []).sort()).toEqual(
      [requests.get(1), requests.get(2)].sort(),
    );
  });

  test("of a dead worker is free when its lease ends, and no sooner", async ({
    db,
    as,
    system,
    clock,
  }) => {
    const requests = await scheduleAll({ db, as, clock }, [1, 2]);
    await allow(db, 1);
    for (const requestId of requests.values()) await startRun(system, requestId);
    const dead = await takeRun(system, requests.get(1) ?? "");
    expect(await recoverRuns(system)).toBe(0);
    expect(await takeRun(system, requests.get(2) ?? "")).toBeNull();

    clock.advance(15_001);
    expect(await takeRun(system, requests.get(1) ?? "")).not.toBeNull();
    // Whoever was dead and comes back has lost it.
    if (dead !== null) expect(await extendLease(db, system, dead)).toBe(false);
  });

  test("that a silent worker lost is not its own again", async ({ db, as, system, clock }) => {
    const requests = await scheduleAll({ db, as, clock }, [1, 2]);
    await allow(db, 1);
    for (const requestId of requests.values()) await startRun(system, requestId);
    const silent = await takeRun(system, requests.get(1) ?? "");
    clock.advance(15_001);
    await db
      .update(erasureRuns)
      .set({ state: "failed" })
      .where(isRunOf(requests.get(1)));
    expect(await takeRun(system, requests.get(2) ?? "")).not.toBeNull();

    if (silent !== null) expect(await extendLease(db, system, silent)).toBe(false);
  });

  test("is not kept by a run whose last slice threw, and the run comes back", async ({
    db,
    as,
    system,
    clock,
  }) => {
    const requests = await scheduleAll({ db, as, clock }, [1, 2]);
    await allow(db, 1);
    for (const requestId of requests.values()) await startRun(system, requestId);
    await db.execute(sqlText`alter table messages rename to messages_away`);
    await expect(advanceInTurn(system, requests.get(1) ?? "")).rejects.toThrow();
    await db.execute(sqlText`alter table messages_away rename to messages`);

    expect(await takeRun(system, requests.get(1) ?? "")).toBeNull();
    const other = await takeRun(system, requests.get(2) ?? "");
    expect(other).not.toBeNull();
    if (other !== null) await releaseRun(system, other);

    clock.advance(60_001);
    expect(await takeRun(system, requests.get(1) ?? "")).not.toBeNull();
  });
});

test("whoever ends a run calls the next one at once", async ({ db, sql, as, system, clock }) => {
  const requests = await scheduleAll({ db, as, clock }, [1, 2]);
  await allow(db, 1);
  for (const requestId of requests.values()) await startRun(system, requestId);
  await sql`delete from pgboss.job`;

  while ((await advanceInTurn(system, requests.get(1) ?? "")) === "again");

  expect(await sql`select data from pgboss.job where name = 'advance-run'`).toEqual([
    { data: { requestId: requests.get(2) } },
  ]);
});

/** One request a day's distance, by its days to the deadline. */
async function scheduleAll(
  {
    db,
    as,
    clock,
  }: { db: Db; as: (actor: ErasureContext["actor"]) => ErasureContext; clock: { now(): Date } },
  days: readonly number[],
): Promise<Map<number, string>> {
  const requests = new Map<number, string>();
  for (const inDays of days) {
    const mine = await createWorkspace(db);
    const { confirmationCode } = await scheduleWorkspaceErasure(
      as({ type: "owner", userId: mine.ownerId }),
      { workspaceId: mine.id, confirmSlug: mine.slug },
    );
    const [request] = await db
      .update(erasureRequests)
      .set({ dueAt: new Date(clock.now().getTime() + inDays * day), purgeAfter: clock.now() })
      .where(eq(erasureRequests.confirmationCode, confirmationCode))
      .returning({ id: erasureRequests.id });
    requests.set(inDays, request?.id ?? "");
  }
  return requests;
}

async function allow(db: Db, maxRuns: number): Promise<void> {
  await db.update(purgeControls).set({ maxRuns });
}

/**
 * So many workers, each taking whatever job waits, until nothing is left to do.
 *
 * @returns the most leases that were seen to be live at once.
 */
async function workUntilDone(ctx: ErasureContext, workers: number): Promise<number> {
  let mostLive = 0;
  const jobs: string[] = [];
  const listening: ErasureContext = {
    ...ctx,
    jobs: {
      async enqueue(_tx, ...enqueued) {
        for (const { data } of enqueued) {
          if ("requestId" in data && !jobs.includes(data.requestId)) jobs.push(data.requestId);
        }
      },
    },
  };
  const oneRowAtATime = () => paced({ budgetMs: 50, minRows: 1, maxRows: 5 });
  const work = async () => {
    for (;;) {
      const requestId = jobs.shift();
      if (requestId === undefined && (await recoverRuns(listening)) === 0) return;
      if (requestId === undefined) continue;
      const outcome = await advanceInTurn(listening, requestId, oneRowAtATime());
      if (outcome === "again") jobs.push(requestId);
    }
  };
  let isWorking = true;
  const watching = (async () => {
    while (isWorking) mostLive = Math.max(mostLive, await liveRuns(ctx));
  })();
  try {
    while ((await recoverRuns(listening)) > 0) {
      await Promise.all(Array.from({ length: workers }, work));
    }
  } finally {
    isWorking = false;
    await watching;
  }
  return mostLive;
}

async function liveRuns({ db, now }: ErasureContext): Promise<number> {
  return await db.$count(erasureRuns, gt(erasureRuns.leaseUntil, now()));
}

async function completedInOrder(db: Db): Promise<string[]> {
  const completed = await db
    .select({ requestId: erasureTransitions.requestId })
    .from(erasureTransitions)
    .where(and(eq(erasureTransitions.toState, "completed_with_retentions")))
    .orderBy(erasureTransitions.id);
  return completed.map(({ requestId }) => requestId);
}

async function stateOf(db: Db, requestId: string | undefined): Promise<string | undefined> {
  const [request] = await db
    .select({ state: erasureRequests.state })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId ?? ""));
  return request?.state;
}

function isRunOf(requestId: string | undefined) {
  return eq(erasureRuns.requestId, requestId ?? "");
}
