import { eq } from "drizzle-orm";
import { describe } from "vitest";
import { auditLog, erasureRequests, erasureRuns, erasureSteps, invoices, users } from "@/db/schema";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprint, fingerprintAll } from "@/lib/testing/fingerprint";
import { advanceRun } from "./advance-run";
import type { ErasureContext } from "./context";
import { paced } from "./engine";
import { readRequestStatus } from "./read-request-status";
import { scheduleWorkspaceErasure } from "./schedule-workspace-erasure";

const tinyBatches = paced({ budgetMs: 50, minRows: 1, maxRows: 3 });

describe("a workspace's erasure", () => {
  test("takes one workspace and leaves its neighbour whole", async ({ db, as, system }) => {
    const [doomed, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
    const before = await fingerprint(db, neighbour.id);

    const { confirmationCode } = await scheduleWorkspaceErasure(
      as({ type: "owner", userId: doomed.ownerId }),
      { workspaceId: doomed.id, confirmSlug: doomed.slug },
    );
    await runToEnd(system, confirmationCode);

    const left = await fingerprint(db, doomed.id);
    const nothing = await fingerprint(db, "00000000-0000-7000-8000-000000000000");
    const kept = ["audit_log", "invoices"];
    for (const [table, digest] of Object.entries(left)) {
      if (!kept.includes(table)) expect(digest, table).toBe(nothing[table]);
    }
    expect(await fingerprint(db, neighbour.id)).toEqual(before);
    expect(await db.select().from(users).where(eq(users.id, doomed.ownerId))).toEqual([]);
    expect(await db.select().from(users).where(eq(users.id, neighbour.ownerId))).toHaveLength(1);
  });

  test("keeps the invoices and the audit log without the persons in them", async ({
    db,
    as,
    system,
  }) => {
    const doomed = await createWorkspace(db);
    const { confirmationCode } = await scheduleWorkspaceErasure(
      as({ type: "owner", userId: doomed.ownerId }),
      { workspaceId: doomed.id, confirmSlug: doomed.slug },
    );

    await runToEnd(system, confirmationCode);

    expect(await db.select().from(invoices).where(eq(invoices.workspaceId, doomed.id))).toEqual([
      expect.objectContaining({
        number: "2026-0001",
        netMinor: 4900,
        billedToName: null,
        billedToEmail: null,
        billedToAddress: null,
      }),
    ]);
    expect(await db.select().from(auditLog).where(eq(auditLog.workspaceId, doomed.id))).toEqual([
      expect.objectContaining({
        action: "member.invited",
        actorKind: "owner",
        actorUserId: null,
        ipAddress: null,
        detail: null,
      }),
    ]);
    const status = await readRequestStatus(system, confirmationCode);
    expect(status?.state).toBe("completed_with_retentions");
    expect(status?.retained.map(({ category, rows }) => [category, rows])).toEqual(
      expect.arrayContaining([
        ["audit", 1],
        ["invoices", 1],
      ]),
    );
  });

  test("counts every row once, over many batches, with a crash in each", async ({
    db,
    as,
    system,
    clock,
  }) => {
    const doomed = await createWorkspace(db, { contacts: 5, messages: 7 });
    const { confirmationCode } = await scheduleWorkspaceErasure(
      as({ type: "owner", userId: doomed.ownerId }),
      { workspaceId: doomed.id, confirmSlug: doomed.slug },
    );
    const requestId = await idOf(system, confirmationCode);

    for (let transactions = 2; ; transactions += 3) {
      const ended = await advanceRun(dyingAfter(system, transactions), requestId, tinyBatches)
        .then(() => true)
        .catch((error: unknown) => {
          expect(error).toBeInstanceOf(Crash);
          return false;
        });
      if (ended) break;
      clock.advance(61_000);
    }

    const steps = await db.select().from(erasureSteps);
    for (const step of steps.filter(({ action }) => action !== "retain")) {
      expect(step.doneRows, step.tableName).toBe(step.plannedRows);
    }
    expect(steps.find(({ tableName }) => tableName === "messages")?.doneRows).toBe(35);
    expect((await readRequestStatus(system, confirmationCode))?.state).toBe(
      "completed_with_retentions",
    );
  });

  test("does nothing when it is run again", async ({ db, as, system }) => {
    const doomed = await createWorkspace(db);
    await createWorkspace(db);
    const { confirmationCode } = await scheduleWorkspaceErasure(
      as({ type: "owner", userId: doomed.ownerId }),
      { workspaceId: doomed.id, confirmSlug: doomed.slug },
    );
    await runToEnd(system, confirmationCode);
    const [everything, ledger] = [await fingerprintAll(db), await db.select().from(erasureSteps)];

    expect(await advanceRun(system, await idOf(system, confirmationCode))).toBe("finished");

    expect(await fingerprintAll(db)).toEqual(everything);
    expect(await db.select().from(erasureSteps)).toEqual(ledger);
  });

  test("leaves nothing in the request that leads back to the subject", async ({
    db,
    as,
    system,
  }) => {
    const doomed = await createWorkspace(db);
    const { confirmationCode } = await scheduleWorkspaceErasure(
      as({ type: "owner", userId: doomed.ownerId }),
      { workspaceId: doomed.id, confirmSlug: doomed.slug },
    );

    await runToEnd(system, confirmationCode);

    const [request] = await db.select().from(erasureRequests);
    const [run] = await db.select().from(erasureRuns);
    expect(request?.subjectId).toBeNull();
    expect(run).toMatchObject({ state: "done", subjects: null, sealedIdentifiers: null });
    expect(JSON.stringify([request, run])).not.toContain(doomed.slug);
  });
});

class Crash extends Error {}

/** A context whose process dies at its n-th transaction, before that one commits. */
function dyingAfter(ctx: ErasureContext, transactions: number): ErasureContext {
  let left = transactions;
  const db = new Proxy(ctx.db, {
    get(target, name, receiver) {
      if (name !== "transaction") return Reflect.get(target, name, receiver);
      const transaction: ErasureContext["db"]["transaction"] = (work, config) =>
        target.transaction(async (tx) => {
          const result = await work(tx);
          if (left-- <= 0) throw new Crash("killed before the commit");
          return result;
        }, config);
      return transaction;
    },
  });
  return { ...ctx, db };
}

async function runToEnd(ctx: ErasureContext, confirmationCode: string): Promise<void> {
  const requestId = await idOf(ctx, confirmationCode);
  while ((await advanceRun(ctx, requestId, tinyBatches)) === "again");
}

async function idOf(ctx: ErasureContext, confirmationCode: string): Promise<string> {
  const [request] = await ctx.db
    .select({ id: erasureRequests.id })
    .from(erasureRequests)
    .where(eq(erasureRequests.confirmationCode, confirmationCode));
  if (request === undefined) throw new Error("There is no such request.");
  return request.id;
}
