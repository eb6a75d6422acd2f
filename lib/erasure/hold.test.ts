import { eq } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { describe } from "vitest";
import {
  activityLogs,
  apiTokens,
  contacts,
  contactTags,
  erasureActs,
  erasureRequests,
  erasureSteps,
  legalHolds,
  mediaAttachments,
  memberships,
  messages,
  orders,
  sessions,
  users,
  workspaceKeys,
} from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprint } from "@/lib/testing/fingerprint";
import { scheduledContact } from "@/lib/testing/scheduled-contact";
import { advanceRun } from "./advance-run";
import { cancelRequest } from "./cancel-request";
import type { Db, ErasureContext } from "./context";
import { createRequest } from "./create-requests";
import { paced } from "./engine";
import { placeHold } from "./place-hold";
import { recoverRuns } from "./recover-runs";
import { releaseHold } from "./release-hold";
import { scheduleRequest } from "./schedule-request";
import { scheduleWorkspaceErasure } from "./schedule-workspace-erasure";
import { contactSubject, planFor } from "./subjects";

const oneRowAtATime = paced({ budgetMs: 50, minRows: 1, maxRows: 1 });
const order = { basis: "GDPR 17(3)(e)", reference: "Case 7", expiresAt: null };
const day = 86_400_000;

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

describe("a hold covers exactly what it is on", () => {
  test("a contact of a workspace that goes: theirs stays byte for byte, the others go, and its release ends it", async ({
    db,
    as,
    system,
  }) => {
    const [mine, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
    const [heldId = "", ...otherIds] = mine.contactIds;
    const before = await fingerprint(db, neighbour.id);
    const operator = as({ type: "operator", userId: newId() });
    const requestId = await schedule(as({ type: "owner", userId: mine.ownerId }), mine);
    const { holdId } = await placeHold(operator, {
      ...order,
      subjectKind: "contact",
      workspaceId: mine.id,
      subjectId: heldId,
    });
    const held = await rowsOfContact(db, mine.id, heldId);

    await runOut(system, requestId);

    expect(await stateOf(operator, requestId)).toBe("on_hold");
    expect(await rowsOfContact(db, mine.id, heldId)).toEqual(held);
    for (const otherId of otherIds) {
      const rows = await rowsOfContact(db, mine.id, otherId);
      expect(Object.values(rows).flat()).toEqual([]);
    }
    expect(
      await db.select().from(workspaceKeys).where(ofWorkspace(workspaceKeys, mine)),
    ).not.toEqual([]);
    expect(await db.select().from(apiTokens).where(ofWorkspace(apiTokens, mine))).toEqual([]);
    expect(await recoverRuns(system)).toBe(0);

    await releaseHold(operator, { holdId });
    await runOut(system, requestId);
    expect(await stateOf(operator, requestId)).toBe("completed_with_retentions");
    expect(await fingerprint(db, neighbour.id)).toEqual(before);
  });

  test("a category of a workspace, placed between two batches, and its expiry ends it", async ({
    db,
    as,
    clock,
    system,
  }) => {
    const mine = await createWorkspace(db);
    const operator = as({ type: "operator", userId: newId() });
    const requestId = await schedule(as({ type: "owner", userId: mine.ownerId }), mine);
    let batches = 0;
    const interrupted: ErasureContext = {
      ...system,
      now: () => {
        batches += 1;
        return clock.now();
      },
    };
    const purge = advanceRun(interrupted, requestId, oneRowAtATime);
    while (batches < 40) await new Promise((resolve) => setImmediate(resolve));
    await placeHold(operator, {
      ...order,
      subjectKind: "workspace",
      subjectId: mine.id,
      category: "messages",
      expiresAt: new Date(clock.now().getTime() + day),
    });
    const messagesHeld = await db.select().from(messages).where(ofWorkspace(messages, mine));
    expect(messagesHeld.length).toBeGreaterThan(0);
    expect(await purge).toBe("again");

    await runOut(system, requestId);

    expect(await stateOf(operator, requestId)).toBe("on_hold");
    expect(await db.select().from(messages).where(ofWorkspace(messages, mine))).toEqual(
      messagesHeld,
    );
    expect(await db.select().from(contacts).where(ofWorkspace(contacts, mine))).toHaveLength(3);
    for (const gone of [orders, mediaAttachments, contactTags, memberships]) {
      expect(await db.select().from(gone).where(ofWorkspace(gone, mine))).toEqual([]);
    }

    clock.advance(day - 1);
    expect(await recoverRuns(system)).toBe(0);
    clock.advance(1);
    expect(await recoverRuns(system)).toBeGreaterThan(0);
    await runOut(system, requestId);
    expect(await stateOf(operator, requestId)).toBe("completed_with_retentions");
    for (const step of await db.select().from(erasureSteps)) {
      if (step.action !== "retain") expect(step.doneRows, step.tableName).toBe(step.plannedRows);
    }
  });

  test("a workspace of a person who goes: what they wrote there keeps its author, elsewhere it does not", async ({
    db,
    as,
    system,
  }) => {
    const [held, other] = [await createWorkspace(db), await createWorkspace(db)];
    const person = held.agentId;
    await db.insert(memberships).values({ workspaceId: other.id, userId: person, role: "agent" });
    await db.update(messages).set({ authorUserId: person }).where(ofWorkspace(messages, other));
    const operator = as({ type: "operator", userId: newId() });
    const { holdId } = await placeHold(operator, {
      ...order,
      subjectKind: "workspace",
      subjectId: held.id,
    });
    const before = await fingerprint(db, held.id);
    const requestId = await requestAccount(system, person);

    await runOut(system, requestId);

    expect(await stateOf(operator, requestId)).toBe("on_hold");
    expect(await fingerprint(db, held.id)).toEqual(before);
    const elsewhere = await db.select().from(messages).where(ofWorkspace(messages, other));
    expect(elsewhere.every(({ authorUserId }) => authorUserId === null)).toBe(true);
    expect(await db.select().from(sessions).where(eq(sessions.userId, person))).toEqual([]);
    expect(await db.select().from(users).where(eq(users.id, person))).toHaveLength(1);

    await releaseHold(operator, { holdId });
    await runOut(system, requestId);
    expect(await db.select().from(users).where(eq(users.id, person))).toEqual([]);
  });

  test("neighbours go on: another workspace, another contact, another category, another account", async ({
    db,
    as,
    system,
  }) => {
    const [mine, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
    const [first = "", second = ""] = mine.contactIds;
    const operator = as({ type: "operator", userId: newId() });
    for (const target of [
      { subjectKind: "workspace", subjectId: neighbour.id },
      { subjectKind: "account", subjectId: neighbour.ownerId },
      { subjectKind: "contact", workspaceId: mine.id, subjectId: second },
      { subjectKind: "contact", workspaceId: mine.id, subjectId: first, category: "suppression" },
    ] as const) {
      await placeHold(operator, { ...order, ...target });
    }
    const owner = as({ type: "owner", userId: mine.ownerId });

    const requestId = await scheduledContact(owner, { workspaceId: mine.id, contactId: first });
    await runOut(system, requestId);

    expect(await stateOf(operator, requestId)).toMatch(/^completed/);
    expect(Object.values(await rowsOfContact(db, mine.id, first)).flat()).toEqual([]);
    expect((await rowsOfContact(db, mine.id, second)).messages?.length).toBe(4);
  });

  test("of two, the release of one frees what it alone had kept back", async ({
    db,
    as,
    system,
  }) => {
    const mine = await createWorkspace(db);
    const operator = as({ type: "operator", userId: newId() });
    const on = { ...order, subjectKind: "workspace", subjectId: mine.id } as const;
    const { holdId } = await placeHold(operator, { ...on, category: "orders" });
    const second = await placeHold(operator, { ...on, category: "activity" });
    const requestId = await schedule(as({ type: "owner", userId: mine.ownerId }), mine);
    await runOut(system, requestId);
    expect(await db.select().from(orders).where(ofWorkspace(orders, mine))).toHaveLength(3);

    await releaseHold(operator, { holdId });
    await runOut(system, requestId);

    expect(await stateOf(operator, requestId)).toBe("on_hold");
    expect(await db.select().from(orders).where(ofWorkspace(orders, mine))).toEqual([]);
    expect(
      await db.select().from(activityLogs).where(ofWorkspace(activityLogs, mine)),
    ).toHaveLength(3);

    await releaseHold(operator, second);
    await runOut(system, requestId);
    expect(await stateOf(operator, requestId)).toBe("completed_with_retentions");
  });

  test("what is not there cannot be held", async ({ db, as }) => {
    const mine = await createWorkspace(db);
    const operator = as({ type: "operator", userId: newId() });
    for (const target of [
      { subjectKind: "workspace", subjectId: newId() },
      { subjectKind: "account", subjectId: mine.id },
      { subjectKind: "contact", workspaceId: newId(), subjectId: mine.contactIds[0] ?? "" },
    ] as const) {
      await expect(placeHold(operator, { ...order, ...target })).rejects.toMatchObject({
        code: "not_found",
      });
    }
    expect(await db.select().from(legalHolds)).toEqual([]);
    expect(await db.select().from(erasureActs)).toEqual([]);
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

async function runOut(ctx: ErasureContext, requestId: string): Promise<void> {
  while ((await advanceRun(ctx, requestId)) === "again");
}

/** An account's verified request, scheduled, without the form and the mail before it. */
async function requestAccount(ctx: ErasureContext, userId: string): Promise<string> {
  return await ctx.db.transaction(async (tx) => {
    const request = await createRequest(tx, ctx, {
      state: "verified",
      channel: "account_settings",
      requesterKind: "account_holder",
      subjectKind: "account",
      subjectDigest: ctx.vault.digest("account", userId),
      subjectId: userId,
      content: {},
    });
    if (request === null) throw new Error("There is an open request already.");
    await scheduleRequest(tx, ctx, request, { subjectId: userId, graceDays: 0 });
    return request.id;
  });
}

function ofWorkspace(table: { workspaceId: AnyPgColumn }, { id }: { id: string }) {
  return eq(table.workspaceId, id);
}

/** Every row that is a contact's by the map, by table. */
async function rowsOfContact(
  db: Db,
  workspaceId: string,
  contactId: string,
): Promise<Record<string, unknown[]>> {
  const plan = planFor(contactSubject({ workspaceId, contactId }));
  const rows: Record<string, unknown[]> = {};
  for (const { action, table, found } of plan.steps) {
    if (action !== "erase") continue;
    rows[table.key] = await db.select().from(table.table).where(found.predicate);
  }
  return rows;
}

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
