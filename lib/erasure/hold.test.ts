import { eq } from "drizzle-orm";
import { describe } from "vitest";
import { erasureRequests, erasureSteps } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprint } from "@/lib/testing/fingerprint";
import { advanceRun } from "./advance-run";
import { cancelRequest } from "./cancel-request";
import type { ErasureContext } from "./context";
import { paced } from "./engine";
import { placeHold } from "./place-hold";
import { recoverRuns } from "./recover-runs";
import { releaseHold } from "./release-hold";
import { scheduleWorkspaceErasure } from "./schedule-workspace-erasure";

const oneRowAtATime = paced({ budgetMs: 50, minRows: 1, maxRows: 1 });
const order = { basis: "GDPR 17(3)(e)", reference: "Case 7", expiresAt: null };

describe("a legal hold", () => {
  test("placed before the purge stops it, and its release carries it out", async ({ db, as }) => {
    const mine = await createWorkspace(db);
    const before = await fingerprint(db, mine.id);
    const operator = as({ type: "operator", userId: newId() });
    const { holdId } = await placeHold(operator, {
      ...order,
      subjectKind: "workspace",
      subjectId: mine.id,
    });
    const requestId = await schedule(as({ type: "owner", userId: mine.ownerId }), mine);

    await advanceRun(operator, requestId);
    expect(await stateOf(operator, requestId)).toBe("on_hold");
    expect(await fingerprint(db, mine.id)).toEqual({ ...before });

    await releaseHold(operator, { holdId });
    while ((await advanceRun(operator, requestId)) === "again");
    expect(await stateOf(operator, requestId)).toBe("completed_with_retentions");
  });

  test("placed in the middle stops it between two batches, and its release finishes it", async ({
    db,
    as,
    clock,
  }) => {
    const mine = await createWorkspace(db);
    const operator = as({ type: "operator", userId: newId() });
    const requestId = await schedule(as({ type: "owner", userId: mine.ownerId }), mine);

    let holdId = "";
    let batches = 0;
    const interrupted: ErasureContext = {
      ...operator,
      now: () => {
        batches += 1;
        return clock.now();
      },
    };
    const purge = advanceRun(interrupted, requestId, oneRowAtATime);
    while (batches < 40) await new Promise((resolve) => setImmediate(resolve));
    ({ holdId } = await placeHold(operator, {
      ...order,
      subjectKind: "workspace",
      subjectId: mine.id,
    }));
    const held = await fingerprint(db, mine.id);
    await purge;

    expect(await stateOf(operator, requestId)).toBe("on_hold");
    expect(await fingerprint(db, mine.id)).toEqual(held);
    await recoverRuns(operator);
    await advanceRun(operator, requestId);
    expect(await fingerprint(db, mine.id)).toEqual(held);

    await releaseHold(operator, { holdId });
    while ((await advanceRun(operator, requestId)) === "again");
    expect(await stateOf(operator, requestId)).toBe("completed_with_retentions");
    for (const step of await db.select().from(erasureSteps)) {
      if (step.action !== "retain") expect(step.doneRows, step.tableName).toBe(step.plannedRows);
    }
  });

  test("is an operator's to place and to release", async ({ as }) => {
    const hold = { ...order, subjectKind: "workspace", subjectId: newId() } as const;
    for (const actor of [{ type: "owner", userId: newId() }, { type: "system" }] as const) {
      await expect(placeHold(as(actor), hold)).rejects.toMatchObject({ code: "not_authorised" });
      await expect(releaseHold(as(actor), { holdId: newId() })).rejects.toMatchObject({
        code: "not_authorised",
      });
    }
  });
});

describe("a cancellation", () => {
  test("before the purge leaves everything; afterwards it comes too late", async ({ db, as }) => {
    const mine = await createWorkspace(db);
    const owner = as({ type: "owner", userId: mine.ownerId });
    const first = await schedule(owner, mine);
    const before = await fingerprint(db, mine.id);

    const operator = as({ type: "operator", userId: newId() });
    await cancelRequest(operator, { requestId: first });
    await advanceRun(owner, first);
    expect(await fingerprint(db, mine.id)).toEqual(before);

    const second = await schedule(owner, mine);
    while ((await advanceRun(owner, second)) === "again");
    await expect(cancelRequest(operator, { requestId: second })).rejects.toMatchObject({
      code: "wrong_state",
    });
  });
});

async function schedule(
  ctx: ErasureContext,
  { id, slug }: { id: string; slug: string },
): Promise<string> {
  const { confirmationCode } = await scheduleWorkspaceErasure(ctx, {
    workspaceId: id,
    confirmSlug: slug,
  });
  const [request] = await ctx.db
    .select({ id: erasureRequests.id })
    .from(erasureRequests)
    .where(eq(erasureRequests.confirmationCode, confirmationCode));
  return request?.id ?? "";
}

async function stateOf(ctx: ErasureContext, requestId: string): Promise<string | undefined> {
  const [request] = await ctx.db
    .select({ state: erasureRequests.state })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId));
  return request?.state;
}
