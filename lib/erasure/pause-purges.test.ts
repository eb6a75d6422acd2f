import { eq } from "drizzle-orm";
import { describe } from "vitest";
import { erasureRequests, erasureRuns, erasureSteps, purgeControls } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprint } from "@/lib/testing/fingerprint";
import { advanceInTurn } from "./advance-in-turn";
import { advanceRun } from "./advance-run";
import { completeRun } from "./complete-run";
import type { Db, ErasureContext } from "./context";
import { type Governor, paced } from "./engine";
import { takeRun } from "./lease";
import { pausePurges, resumePurges } from "./pause-purges";
import { recoverRuns } from "./recover-runs";
import { runsUnderWay } from "./runs-under-way";
import { scheduleWorkspaceErasure } from "./schedule-workspace-erasure";
import { startRun } from "./start-run";

const smallBatches = () => paced({ budgetMs: 50, minRows: 1, maxRows: 3 });

describe("a pause", () => {
  test("stops a purge between two batches; nothing fails, and no worker keeps the run", async ({
    db,
    as,
    system,
  }) => {
    const mine = await createWorkspace(db);
    const requestId = await schedule(db, as, mine);

    const outcome = await advanceRun(system, requestId, pausingAfter(3, system));

    expect(outcome).toBe("finished");
    expect(await stateOf(db, requestId)).toBe("purging");
    const [run] = await db.select().from(erasureRuns);
    expect(run).toMatchObject({ state: "purging", leaseUntil: null, residue: null });
    const [first, ...others] = await runsUnderWay(system);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ state: "purging", isHeld: false });
    expect(first?.doneRows).toBeGreaterThan(0);
    expect(first?.doneRows).toBeLessThan(first?.plannedRows ?? 0);
  });

  test("lets no run go on and no other begin, however often they are asked to", async ({
    db,
    as,
    system,
  }) => {
    const [begun, waiting] = [await createWorkspace(db), await createWorkspace(db)];
    const begunId = await schedule(db, as, begun);
    await advanceRun(system, begunId, pausingAfter(2, system));
    const waitingId = await schedule(db, as, waiting);
    const before = [await fingerprint(db, begun.id), await fingerprint(db, waiting.id)];

    for (const requestId of [begunId, waitingId, begunId]) {
      expect(await advanceInTurn(system, requestId, smallBatches())).toBe("finished");
    }
    expect(await recoverRuns(system)).toBe(0);

    expect(await stateOf(db, waitingId)).toBe("scheduled");
    expect([await fingerprint(db, begun.id), await fingerprint(db, waiting.id)]).toEqual(before);
  });

  test("lets no verification begin", async ({ db, as, system }) => {
    const mine = await createWorkspace(db);
    const requestId = await schedule(db, as, mine);
    await startRun(system, requestId);
    await db.update(erasureRequests).set({ state: "verifying" });
    await db.update(erasureRuns).set({ state: "verifying" });
    await pausePurges(system);

    expect(await advanceRun(system, requestId)).toBe("finished");
    expect(await stateOf(db, requestId)).toBe("verifying");
  });

  test("that comes right before a verification leaves that for later, too", async ({
    db,
    as,
    system,
  }) => {
    const mine = await createWorkspace(db);
    const requestId = await schedule(db, as, mine);
    await startRun(system, requestId);
    await db.update(erasureRequests).set({ state: "verifying" });
    const run = await takeRun(system, requestId);
    await pausePurges(system);

    expect(run && (await completeRun(system, run, smallBatches()))).toBe("finished");
    expect(await stateOf(db, requestId)).toBe("verifying");
    expect(await runsUnderWay(system)).toMatchObject([{ state: "verifying", isHeld: false }]);
  });

  test("ends, and what was stopped goes on by itself with exact counts", async ({
    db,
    as,
    system,
  }) => {
    const mine = await createWorkspace(db);
    const requestId = await schedule(db, as, mine);
    await advanceRun(system, requestId, pausingAfter(4, system));

    expect(await resumePurges(system)).toBe(true);
    expect(await recoverRuns(system)).toBe(1);
    while ((await advanceInTurn(system, requestId, smallBatches())) === "again");

    expect(await stateOf(db, requestId)).toBe("completed_with_retentions");
    const steps = await db.select().from(erasureSteps).where(eq(erasureSteps.action, "erase"));
    expect(steps.map(({ doneRows }) => doneRows)).toEqual(
      steps.map(({ plannedRows }) => plannedRows),
    );
  });

  test("is repeatable, and keeps when and by what kind of actor it began", async ({
    db,
    as,
    system,
    clock,
  }) => {
    const operator = as({ type: "operator", userId: newId() });
    expect(await resumePurges(system)).toBe(false);
    expect(await pausePurges(operator)).toBe(true);
    const pausedAt = clock.now();
    clock.advance(60_000);
    expect(await pausePurges(system)).toBe(false);
    expect(await db.select().from(purgeControls)).toEqual([
      { id: 1, pausedAt, maxRuns: 2, changedAt: pausedAt, changedBy: "operator" },
    ]);

    expect(await resumePurges(system, { maxRuns: 5 })).toBe(true);
    expect(await db.select().from(purgeControls)).toEqual([
      { id: 1, pausedAt: null, maxRuns: 5, changedAt: clock.now(), changedBy: "system" },
    ]);
  });

  test("is for operators and the system alone", async ({ as }) => {
    for (const type of ["owner", "admin", "agent"] as const) {
      const ctx = as({ type, userId: newId() });
      await expect(pausePurges(ctx)).rejects.toMatchObject({ code: "not_authorised" });
      await expect(resumePurges(ctx)).rejects.toMatchObject({ code: "not_authorised" });
    }
  });
});

/** Somebody pauses all purges after so many batches. */
function pausingAfter(batches: number, ctx: ErasureContext): Governor {
  const governor = smallBatches();
  let left = batches;
  return {
    ...governor,
    async after(...batch) {
      await governor.after(...batch);
      left -= 1;
      if (left === 0) await pausePurges(ctx);
    },
  };
}

async function schedule(
  db: Db,
  as: (actor: ErasureContext["actor"]) => ErasureContext,
  { id, slug, ownerId }: { id: string; slug: string; ownerId: string },
): Promise<string> {
  const { confirmationCode } = await scheduleWorkspaceErasure(
    as({ type: "owner", userId: ownerId }),
    { workspaceId: id, confirmSlug: slug },
  );
  const [request] = await db
    .update(erasureRequests)
    .set({ purgeAfter: null })
    .where(eq(erasureRequests.confirmationCode, confirmationCode))
    .returning({ id: erasureRequests.id });
  return request?.id ?? "";
}

async function stateOf(db: Db, requestId: string): Promise<string | undefined> {
  const [request] = await db
    .select({ state: erasureRequests.state })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId));
  return request?.state;
}
