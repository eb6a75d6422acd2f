import { eq } from "drizzle-orm";
import { describe } from "vitest";
import {
  channelConnections,
  erasureMails,
  erasureRequests,
  erasureSteps,
  metaIdentities,
  workspaces,
} from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprint } from "@/lib/testing/fingerprint";
import { advanceRun } from "./advance-run";
import { approveRequest } from "./approve-request";
import { cancelRequest } from "./cancel-request";
import type { Db } from "./context";
import { openFormRequest } from "./open-form-request";
import { openMetaRequest } from "./open-meta-requests";
import { placeHold } from "./place-hold";
import { recoverRuns } from "./recover-runs";
import { refuseRequest } from "./refuse-request";
import { scheduleWorkspaceErasure } from "./schedule-workspace-erasure";
import { startRun } from "./start-run";

const hour = 60 * 60_000;
const order = { basis: "GDPR 17(3)(e)", reference: "Case 7" };

describe("recovery", () => {
  test("finds a scheduled request whose job is lost", async ({ db, sql, as, system }) => {
    const mine = await createWorkspace(db);
    await schedule(as({ type: "owner", userId: mine.ownerId }), mine);
    await sql`delete from pgboss.job`;

    expect(await recoverRuns(system)).toBe(1);

    const waiting = await sql`select name from pgboss.job where name = 'advance-run'`;
    expect(waiting).toHaveLength(1);
  });

  test("leaves alone what a living worker holds, and takes over when it is silent", async ({
    db,
    as,
    system,
    clock,
  }) => {
    const mine = await createWorkspace(db);
    await schedule(as({ type: "owner", userId: mine.ownerId }), mine);
    const requestId = await onlyRequest(db);
    const dying = { ...system, db: new Proxy(db, { get: dieAtTransaction(6) }) };
    await expect(advanceRun(dying, requestId)).rejects.toThrow("killed");

    expect(await recoverRuns(system)).toBe(0);
    clock.advance(hour);
    expect(await recoverRuns(system)).toBe(1);
  });

  test("goes on when a legal hold has expired, without anyone releasing it", async ({
    db,
    as,
    system,
    clock,
  }) => {
    const mine = await createWorkspace(db);
    const operator = as({ type: "operator", userId: newId() });
    await placeHold(operator, {
      ...order,
      subjectKind: "workspace",
      subjectId: mine.id,
      expiresAt: new Date(clock.now().getTime() + hour),
    });
    await schedule(as({ type: "owner", userId: mine.ownerId }), mine);
    const requestId = await onlyRequest(db);
    await advanceRun(system, requestId);
    expect(await stateOf(db, requestId)).toBe("on_hold");
    await recoverRuns(system);
    expect(await stateOf(db, requestId)).toBe("on_hold");

    clock.advance(2 * hour);
    await recoverRuns(system);
    while ((await advanceRun(system, requestId)) === "again");

    expect(await stateOf(db, requestId)).toBe("completed_with_retentions");
  });

  test("adds a step that a newer map knows and the run does not", async ({ db, as, system }) => {
    const mine = await createWorkspace(db);
    await schedule(as({ type: "owner", userId: mine.ownerId }), mine);
    const requestId = await onlyRequest(db);
    await startRun(system, requestId);
    await db.delete(erasureSteps).where(eq(erasureSteps.tableName, "tags"));

    while ((await advanceRun(system, requestId)) === "again");

    expect(await stateOf(db, requestId)).toBe("completed_with_retentions");
    expect(await db.select().from(erasureSteps).where(eq(erasureSteps.tableName, "tags"))).toEqual([
      expect.objectContaining({ plannedRows: 1, doneRows: 1, state: "done" }),
    ]);
  });
});

describe("a workspace that was frozen", () => {
  test("is given back when the request is cancelled before its purge", async ({ db, as }) => {
    const mine = await createWorkspace(db);
    await schedule(as({ type: "owner", userId: mine.ownerId }), mine);
    await db.update(workspaces).set({ state: "frozen" }).where(eq(workspaces.id, mine.id));

    await cancelRequest(as({ type: "operator", userId: newId() }), {
      requestId: await onlyRequest(db),
    });

    const [workspace] = await db.select().from(workspaces).where(eq(workspaces.id, mine.id));
    expect(workspace?.state).toBe("active");
  });

  test("cannot be had back by refusing or cancelling once rows have gone", async ({
    db,
    as,
    system,
  }) => {
    const mine = await createWorkspace(db);
    await schedule(as({ type: "owner", userId: mine.ownerId }), mine);
    const requestId = await onlyRequest(db);
    await startRun(system, requestId);
    const operator = as({ type: "operator", userId: newId() });
    await placeHold(operator, {
      ...order,
      subjectKind: "workspace",
      subjectId: mine.id,
      expiresAt: null,
    });
    expect(await stateOf(db, requestId)).toBe("on_hold");

    await expect(cancelRequest(operator, { requestId })).rejects.toMatchObject({
      code: "wrong_state",
    });
    await expect(
      refuseRequest(operator, { requestId, reason: "legal_claims" }),
    ).rejects.toMatchObject({ code: "wrong_state" });
    expect(await stateOf(db, requestId)).toBe("on_hold");
  });
});

describe("a hold on a workspace", () => {
  test("stops a Meta deletion that would change rows in it", async ({ db, as }) => {
    const mine = await createWorkspace(db);
    await db
      .insert(metaIdentities)
      .values({ userId: mine.ownerId, metaUserId: "1000200030004000" });
    await placeHold(as({ type: "operator", userId: newId() }), {
      ...order,
      subjectKind: "workspace",
      subjectId: mine.id,
      expiresAt: null,
    });
    const before = await fingerprint(db, mine.id);

    await openMetaRequest(as({ type: "meta" }), { metaUserId: "1000200030004000" });
    await advanceRun(as({ type: "meta" }), await onlyRequest(db));

    expect(await stateOf(db, await onlyRequest(db))).toBe("on_hold");
    expect(await fingerprint(db, mine.id)).toEqual(before);
  });
});

test("a Meta deletion leaves a Telegram bot of the same person alone", async ({ db, as }) => {
  const mine = await createWorkspace(db);
  await db.insert(metaIdentities).values({ userId: mine.ownerId, metaUserId: "1000200030004000" });
  await db.insert(channelConnections).values({
    workspaceId: mine.id,
    kind: "telegram",
    displayName: "Bot",
    accessToken: "ciphertext",
    authorizedByUserId: mine.ownerId,
  });

  await openMetaRequest(as({ type: "meta" }), { metaUserId: "1000200030004000" });
  await advanceRun(as({ type: "meta" }), await onlyRequest(db));

  expect(await stateOf(db, await onlyRequest(db))).toBe("completed");
  const connections = await db.select().from(channelConnections);
  expect(connections.map(({ kind, state }) => [kind, state]).sort()).toEqual([
    ["telegram", "connected"],
    ["whatsapp", "disconnected"],
  ]);
});

test("one address gets three links an hour, whatever is asked and for whom", async ({
  db,
  as,
  clock,
}) => {
  const ask = (slug: string) =>
    openFormRequest(as({ type: "requester" }), {
      email: "victim@example.test",
      requester: "workspace_admin",
      concern: "workspace",
      workspaceSlug: slug,
      statement: true,
    });
  for (let at = 0; at < 12; at++) await ask(`invented-${at}`);
  expect(await db.select().from(erasureMails)).toHaveLength(3);

  clock.advance(hour + 1);
  for (let at = 12; at < 24; at++) await ask(`invented-${at}`);
  expect(await db.select().from(erasureMails)).toHaveLength(6);

  clock.advance(hour + 1);
  await ask("invented-24");
  expect(await db.select().from(erasureMails)).toHaveLength(6);
});

test("a reviewed request goes on when an operator approves it, and only then", async ({
  db,
  as,
}) => {
  const mine = await createWorkspace(db);
  const requestId = newId();
  const now = new Date();
  await db.insert(erasureRequests).values({
    id: requestId,
    confirmationCode: "A".repeat(20),
    channel: "form",
    requesterKind: "representative",
    subjectKind: "account",
    subjectDigest: "digest",
    state: "in_review",
    policyProfile: "default",
    policyVersion: "1",
    receivedAt: now,
    acknowledgeBy: now,
    dueAt: now,
  });
  const input = { requestId, subjectId: mine.agentId };

  await expect(
    approveRequest(as({ type: "agent", userId: mine.agentId }), input),
  ).rejects.toMatchObject({ code: "not_authorised" });
  expect(await stateOf(db, requestId)).toBe("in_review");

  await approveRequest(as({ type: "operator", userId: newId() }), input);
  expect(await stateOf(db, requestId)).toBe("scheduled");
});

async function schedule(
  ctx: Parameters<typeof scheduleWorkspaceErasure>[0],
  { id, slug }: { id: string; slug: string },
): Promise<void> {
  await scheduleWorkspaceErasure(ctx, { workspaceId: id, confirmSlug: slug });
}

async function onlyRequest(db: Db): Promise<string> {
  const requests = await db.select({ id: erasureRequests.id }).from(erasureRequests);
  expect(requests).toHaveLength(1);
  return requests[0]?.id ?? "";
}

async function stateOf(db: Db, requestId: string): Promise<string | undefined> {
  const [request] = await db
    .select({ state: erasureRequests.state })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId));
  return request?.state;
}

/** A process that is gone at its n-th transaction, so that nothing of it runs afterwards either. */
function dieAtTransaction(last: number): NonNullable<ProxyHandler<Db>["get"]> {
  let left = last;
  return (target, name, receiver) => {
    if (name !== "transaction" && left > 0) return Reflect.get(target, name, receiver);
    if (name === "transaction" && left-- > 0) {
      const transaction: Db["transaction"] = (work, config) => target.transaction(work, config);
      return transaction;
    }
    throw new Error("killed");
  };
}
