import { eq, inArray } from "drizzle-orm";
import { describe } from "vitest";
import { erasureRequests, memberships, sessions, users } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { advanceRun } from "./advance-run";
import type { Db, ErasureContext } from "./context";
import { paced } from "./engine";
import { isFenced } from "./is-fenced";
import { openFormRequest } from "./open-form-request";
import { placeHold } from "./place-hold";
import { releaseHold } from "./release-hold";
import { scheduleWorkspaceErasure } from "./schedule-workspace-erasure";
import { openSealedRequest } from "./sealed-request";
import { verifyRequest } from "./verify-request";

const oneStep = paced({ budgetMs: 1, minRows: 1, maxRows: 2 });

describe("when a workspace goes, of its members' accounts", () => {
  test("those go who belong nowhere else; shared ones and operators stay", async ({
    db,
    as,
    system,
  }) => {
    const [doomed, other] = [await createWorkspace(db), await createWorkspace(db)];
    const operatorId = await join(db, doomed.id, { isOperator: true });
    await db.insert(memberships).values({
      workspaceId: other.id,
      userId: doomed.agentId,
      role: "agent",
    });

    await erase(as({ type: "owner", userId: doomed.ownerId }), system, doomed);

    expect(await existing(db, [doomed.ownerId, doomed.agentId, operatorId])).toEqual(
      [doomed.agentId, operatorId].sort(),
    );
    expect(await existing(db, [other.ownerId, other.agentId])).toHaveLength(2);
  });

  test("one who joins another workspace in the meantime stays, and so does the membership", async ({
    db,
    as,
    system,
  }) => {
    const [doomed, other] = [await createWorkspace(db), await createWorkspace(db)];
    const owner = as({ type: "owner", userId: doomed.ownerId });
    await scheduleWorkspaceErasure(owner, { workspaceId: doomed.id, confirmSlug: doomed.slug });
    const requestId = await onlyRequest(db);
    let steps = 0;
    const joining: ErasureContext = {
      ...system,
      now: () => {
        steps += 1;
        return system.now();
      },
    };
    const purge = advanceRun(joining, requestId, oneStep);
    await expect.poll(() => steps, { interval: 1, timeout: 20_000 }).toBeGreaterThan(10);
    await db
      .insert(memberships)
      .values({ workspaceId: other.id, userId: doomed.ownerId, role: "owner" });
    await purge;
    while ((await advanceRun(system, requestId)) === "again");

    expect(await existing(db, [doomed.ownerId])).toEqual([doomed.ownerId]);
    expect(
      await db.select().from(memberships).where(eq(memberships.userId, doomed.ownerId)),
    ).toEqual([expect.objectContaining({ workspaceId: other.id })]);
  });

  test("one under a legal hold stays until its release, and holds up nobody else", async ({
    db,
    as,
    system,
  }) => {
    const doomed = await createWorkspace(db);
    const operator = as({ type: "operator", userId: newId() });
    const { holdId } = await placeHold(operator, {
      subjectKind: "account",
      subjectId: doomed.agentId,
      basis: "GDPR 17(3)(e)",
      reference: "Case 7",
      expiresAt: null,
    });

    await erase(as({ type: "owner", userId: doomed.ownerId }), system, doomed);
    const requestId = await onlyRequest(db);
    expect(await stateOf(db, requestId)).toBe("on_hold");
    expect(await existing(db, [doomed.ownerId, doomed.agentId])).toEqual([doomed.agentId]);
    const [held] = await db.select().from(users).where(eq(users.id, doomed.agentId));
    expect(held?.frozenAt).toBeNull();

    await releaseHold(operator, { holdId });
    while ((await advanceRun(system, requestId)) === "again");
    expect(await stateOf(db, requestId)).toBe("completed_with_retentions");
    expect(await existing(db, [doomed.agentId])).toEqual([]);
  });

  test("one under a legal hold who joins elsewhere before its release stays for good", async ({
    db,
    as,
    system,
  }) => {
    const [doomed, other] = [await createWorkspace(db), await createWorkspace(db)];
    const operator = as({ type: "operator", userId: newId() });
    const hold = { basis: "GDPR 17(3)(e)", reference: "Case 7", expiresAt: null };
    const { holdId } = await placeHold(operator, {
      ...hold,
      subjectKind: "account",
      subjectId: doomed.agentId,
    });
    await erase(as({ type: "owner", userId: doomed.ownerId }), system, doomed);
    await db
      .insert(memberships)
      .values({ workspaceId: other.id, userId: doomed.agentId, role: "agent" });

    await releaseHold(operator, { holdId });
    const requestId = await onlyRequest(db);
    while ((await advanceRun(system, requestId)) === "again");

    expect(await stateOf(db, requestId)).toBe("completed_with_retentions");
    expect(await existing(db, [doomed.agentId])).toEqual([doomed.agentId]);
  });

  test("hundreds go in one group", async ({ db, as, system }) => {
    const doomed = await createWorkspace(db);
    const many = Array.from({ length: 300 }, () => newId());
    await db
      .insert(users)
      .values(many.map((id) => ({ id, name: "Member", email: `${id}@example.test` })));
    await db
      .insert(memberships)
      .values(many.map((userId) => ({ workspaceId: doomed.id, userId, role: "agent" as const })));

    await erase(as({ type: "owner", userId: doomed.ownerId }), system, doomed);

    expect(await existing(db, many)).toEqual([]);
  });
});

describe("an account whose erasure has begun", () => {
  test("signs in nowhere and joins nothing", async ({ db }) => {
    const mine = await createWorkspace(db);
    await db.update(users).set({ frozenAt: new Date() }).where(eq(users.id, mine.agentId));

    await expect(
      db.insert(sessions).values({ userId: mine.agentId, expiresAt: new Date("2099-01-01") }),
    ).rejects.toSatisfy(isFenced);
    await db.insert(sessions).values({ userId: mine.ownerId, expiresAt: new Date("2099-01-01") });
  });

  test("leaves the last of two owners who go at once", async ({ db, as, system }) => {
    const mine = await createWorkspace(db);
    const secondId = await join(db, mine.id, { role: "owner" });
    const emails = await db
      .select({ email: users.email })
      .from(users)
      .where(inArray(users.id, [mine.ownerId, secondId]));
    for (const { email } of emails) {
      await verifiedAccountRequest(as({ type: "requester" }), email);
    }
    const requests = await db.select().from(erasureRequests);
    expect(requests.map(({ state }) => state)).toEqual(["scheduled", "scheduled"]);

    await Promise.all(requests.map(({ id }) => advanceRun(system, id)));

    const ended = await db.select().from(erasureRequests);
    expect(ended.filter(({ refusalReason }) => refusalReason === "sole_owner")).toHaveLength(1);
    expect(ended.filter(({ refusalReason }) => refusalReason === null)).toHaveLength(1);
    expect(await existing(db, [mine.ownerId, secondId])).toHaveLength(1);
    const [left] = await db
      .select()
      .from(users)
      .where(inArray(users.id, [mine.ownerId, secondId]));
    expect(left?.frozenAt).toBeNull();
  });
});

async function erase(
  owner: ErasureContext,
  system: ErasureContext,
  { id, slug }: TestWorkspace,
): Promise<void> {
  await scheduleWorkspaceErasure(owner, { workspaceId: id, confirmSlug: slug });
  const requestId = await onlyRequest(owner.db);
  while ((await advanceRun(system, requestId)) === "again");
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

async function join(
  db: Db,
  workspaceId: string,
  { isOperator = false, role = "agent" }: { isOperator?: boolean; role?: "agent" | "owner" },
): Promise<string> {
  const id = newId();
  await db.insert(users).values({ id, name: "Member", email: `${id}@example.test`, isOperator });
  await db.insert(memberships).values({ workspaceId, userId: id, role });
  return id;
}

async function existing(db: Db, ids: string[]): Promise<string[]> {
  const found = await db.select({ id: users.id }).from(users).where(inArray(users.id, ids));
  return found.map(({ id }) => id).sort();
}

async function verifiedAccountRequest(ctx: ErasureContext, email: string): Promise<void> {
  const before = await ctx.db.select({ id: erasureRequests.id }).from(erasureRequests);
  await openFormRequest(ctx, {
    email,
    requester: "workspace_admin",
    concern: "account",
    statement: true,
  });
  const all = await ctx.db.select().from(erasureRequests);
  const opened = all.find(({ id }) => !before.some((one) => one.id === id));
  const sealed = await openSealedRequest(ctx.vault, opened?.id ?? "", opened?.sealed ?? null);
  expect(await verifyRequest(ctx, sealed.verificationToken ?? "")).toMatchObject({
    state: "verified",
  });
}
