import { eq, sql } from "drizzle-orm";
import { describe } from "vitest";
import { auditLog, erasureRequests, erasureRuns, erasureSteps, invoices, tags } from "@/db/schema";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import type { Db, ErasureContext } from "./context";
import { recoverRuns } from "./recover-runs";
import { scheduleWorkspaceErasure } from "./schedule-workspace-erasure";
import { advanceToEnd } from "./testing/advance-to-end";

const tenMinutes = 10 * 60_000;

describe("a run whose verification finds something", () => {
  test("fails with the places, and completes once it is removed", async ({
    db,
    sql: client,
    boss,
    as,
    system,
    clock,
  }) => {
    const mine = await createWorkspace(db);
    await db.update(auditLog).set({ action: `mailed ${mine.ownerEmail.toUpperCase()}` });
    await boss.createQueue("reminders");
    await boss.send("reminders", { call: "tel:+1 (555) 010-0199" });
    const requestId = await schedule(as({ type: "owner", userId: mine.ownerId }), mine);

    expect(await advanceToEnd(system, requestId)).toBe("failed");

    expect(await residueOf(db)).toEqual([
      { kind: "identifier", table: "pgboss.job", column: "data", rows: 1 },
      { kind: "identifier", table: "audit_log", column: "action", rows: 1 },
    ]);

    await insideTheFence(db, (tx) => tx.update(auditLog).set({ action: "mailed" }));
    await client`delete from pgboss.job where name = 'reminders'`;
    clock.advance(tenMinutes);
    await recoverRuns(system);
    await advanceToEnd(system, requestId);

    expect(await stateOf(db)).toBe("completed_with_retentions");
    expect(await residueOf(db)).toBeNull();
  });

  test("takes a row that slipped in with its next attempt, and counts it", async ({
    db,
    as,
    system,
    clock,
  }) => {
    const mine = await createWorkspace(db);
    const requestId = await schedule(as({ type: "owner", userId: mine.ownerId }), mine);
    await failOnce(db, system, requestId);
    await insideTheFence(db, (tx) =>
      tx.insert(tags).values({ workspaceId: mine.id, name: "late", color: "red" }),
    );

    clock.advance(tenMinutes);
    await recoverRuns(system);
    await db.update(erasureRequests).set({ state: "verifying" });
    expect(await advanceToEnd(system, requestId)).toBe("failed");
    expect(await residueOf(db)).toEqual([{ kind: "row", table: "tags", column: null, rows: 1 }]);

    clock.advance(6 * tenMinutes);
    await recoverRuns(system);
    await advanceToEnd(system, requestId);

    expect(await stateOf(db)).toBe("completed_with_retentions");
    expect(await stepsOn(db, "tags")).toEqual([{ planned: 2, done: 2 }]);
  });

  test("fails when more rows went than were planned", async ({ db, as, system, clock }) => {
    const mine = await createWorkspace(db);
    const requestId = await schedule(as({ type: "owner", userId: mine.ownerId }), mine);
    await failOnce(db, system, requestId);
    await db
      .update(erasureSteps)
      .set({ doneRows: sql`${erasureSteps.doneRows} + 2` })
      .where(eq(erasureSteps.tableName, "tags"));

    clock.advance(tenMinutes);
    await recoverRuns(system);

    expect(await advanceToEnd(system, requestId)).toBe("failed");
    expect(await residueOf(db)).toEqual([
      { kind: "overrun", table: "tags", column: null, rows: 2 },
    ]);
  });
});

test("a neighbour's records and words stay theirs: the same address is recorded as a mention", async ({
  db,
  as,
  system,
}) => {
  const [mine, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
  await db
    .update(invoices)
    .set({ billedToEmail: mine.ownerEmail })
    .where(eq(invoices.workspaceId, neighbour.id));
  const requestId = await schedule(as({ type: "owner", userId: mine.ownerId }), mine);

  await advanceToEnd(system, requestId);

  expect(await stateOf(db)).toBe("completed_with_retentions");
});

/** Ends one run as failed, and removes what it failed for. */
async function failOnce(db: Db, system: ErasureContext, requestId: string): Promise<void> {
  await db.update(auditLog).set({ action: "called +1 555 010 0199" });
  expect(await advanceToEnd(system, requestId)).toBe("failed");
  await insideTheFence(db, (tx) => tx.update(auditLog).set({ action: "called" }));
}

async function insideTheFence(db: Db, work: (tx: Db) => PromiseLike<unknown>): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await work(tx);
  });
}

async function schedule(ctx: ErasureContext, { id, slug }: TestWorkspace): Promise<string> {
  await scheduleWorkspaceErasure(ctx, { workspaceId: id, confirmSlug: slug });
  const [request] = await ctx.db.select({ id: erasureRequests.id }).from(erasureRequests);
  if (request === undefined) throw new Error("There is no request.");
  return request.id;
}

async function residueOf(db: Db): Promise<unknown> {
  const [run] = await db.select({ residue: erasureRuns.residue }).from(erasureRuns);
  return run?.residue;
}

async function stateOf(db: Db) {
  const [request] = await db.select({ state: erasureRequests.state }).from(erasureRequests);
  return request?.state;
}

async function stepsOn(db: Db, table: string) {
  return await db
    .select({ planned: erasureSteps.plannedRows, done: erasureSteps.doneRows })
    .from(erasureSteps)
    .where(eq(erasureSteps.tableName, table));
}
