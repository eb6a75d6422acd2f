import { eq } from "drizzle-orm";
import { describe } from "vitest";
import {
  aiLogs,
  contactFences,
  contacts,
  erasureRequests,
  erasureRuns,
  erasureSteps,
  suppressionEntries,
  tombstones,
  workspaces,
} from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprint } from "@/lib/testing/fingerprint";
import { scheduledContact } from "@/lib/testing/scheduled-contact";
import { underWay } from "@/lib/testing/under-way";
import { advanceRun } from "./advance-run";
import { cancelRequest } from "./cancel-request";
import type { Db, ErasureContext, Tx } from "./context";
import { paced } from "./engine";
import { isFenced } from "./is-fenced";
import { placeHold } from "./place-hold";
import { recoverRuns } from "./recover-runs";
import { releaseHold } from "./release-hold";
import { scheduleContactErasure } from "./schedule-contact-erasure";
import { scheduleWorkspaceErasure } from "./schedule-workspace-erasure";
import { startRun } from "./start-run";
import { contactDigest, contactSubject, planFor } from "./subjects";

const oneRowAtATime = paced({ budgetMs: 50, minRows: 1, maxRows: 1 });

describe("a contact's erasure", () => {
  test("takes one contact, and leaves the others, the neighbour and the stop requests", async ({
    db,
    as,
    system,
  }) => {
    const [mine, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
    const [doomed = "", other = ""] = mine.contactIds;
    const before = {
      other: await rowsOf(db, mine, other),
      neighbour: await fingerprint(db, neighbour.id),
      stops: await stopsIn(db, mine),
    };
    const rows = await rowsOf(db, mine, doomed);

    const requestId = await scheduledContact(as({ type: "agent", userId: mine.agentId }), {
      workspaceId: mine.id,
      contactId: doomed,
    });
    while ((await advanceRun(system, requestId)) === "again");

    const [request] = await db
      .select()
      .from(erasureRequests)
      .where(eq(erasureRequests.id, requestId));
    expect(request).toMatchObject({ state: "completed", sealed: null, subjectId: null });
    expect(Object.values(await rowsOf(db, mine, doomed)).every((left) => left === 0)).toBe(true);
    for (const step of await db.select().from(erasureSteps)) {
      expect(step.doneRows, step.tableName).toBe(step.plannedRows);
      if (step.action === "erase") {
        expect(step.plannedRows, step.tableName).toBe(rows[step.tableName]);
      }
    }
    expect(await rowsOf(db, mine, other)).toEqual(before.other);
    expect(await fingerprint(db, neighbour.id)).toEqual(before.neighbour);
    expect(await stopsIn(db, mine)).toEqual(before.stops);
  });

  test("leaves a tombstone that names nobody, and a fence that lets nobody back in", async ({
    db,
    as,
    system,
  }) => {
    const mine = await createWorkspace(db);
    const contact = { workspaceId: mine.id, contactId: mine.contactIds[0] ?? "" };
    const requestId = await scheduledContact(as({ type: "owner", userId: mine.ownerId }), contact);
    while ((await advanceRun(system, requestId)) === "again");

    expect(await db.select().from(tombstones)).toMatchObject([
      { subjectKind: "contact", subjectDigest: contactDigest(system.vault, contact) },
    ]);
    const [fence] = await db
      .select()
      .from(contactFences)
      .where(eq(contactFences.contactId, contact.contactId));
    expect(fence?.erasedAt).not.toBeNull();
    expect(await frozenContacts(db, mine)).toBe(0);
    const [run] = await db.select().from(erasureRuns);
    expect(run).toMatchObject({ state: "done", subjects: null, sealedIdentifiers: null });
  });

  test("is the team's to ask for, and nobody else learns what is there", async ({
    db,
    as,
    system,
  }) => {
    const [mine, stranger] = [await createWorkspace(db), await createWorkspace(db)];
    const contact = { workspaceId: mine.id, contactId: mine.contactIds[0] ?? "" };

    for (const ctx of [system, as({ type: "owner", userId: stranger.ownerId })]) {
      for (const contactId of [contact.contactId, newId()]) {
        await expect(scheduleContactErasure(ctx, { ...contact, contactId })).rejects.toMatchObject({
          code: "not_authorised",
        });
      }
    }
    for (const contactId of [newId(), stranger.contactIds[0] ?? ""]) {
      await expect(
        scheduleContactErasure(as({ type: "admin", userId: mine.ownerId }), {
          ...contact,
          contactId,
        }),
      ).rejects.toMatchObject({ code: "not_found" });
    }
    expect(await db.select().from(erasureRequests)).toEqual([]);
  });

  test("asked for twice at once is one request", async ({ db, as }) => {
    const mine = await createWorkspace(db);
    const contact = { workspaceId: mine.id, contactId: mine.contactIds[0] ?? "" };

    const answers = await Promise.all([
      scheduleContactErasure(as({ type: "owner", userId: mine.ownerId }), contact),
      scheduleContactErasure(as({ type: "agent", userId: mine.agentId }), contact),
    ]);

    expect(answers[0]).toEqual(answers[1]);
    expect(await db.select().from(erasureRequests)).toHaveLength(1);
  });

  test("taken back before its purge gives the contact back", async ({ db, as, system }) => {
    const mine = await createWorkspace(db);
    const contact = { workspaceId: mine.id, contactId: mine.contactIds[0] ?? "" };
    const requestId = await scheduledContact(as({ type: "agent", userId: mine.agentId }), contact);
    const write = (tx: Db | Tx) =>
      tx.insert(aiLogs).values({
        ...contact,
        provider: "openai",
        model: "small",
        prompt: "Summarise",
        response: "Short",
        tokensUsed: 1,
        createdAt: new Date(0),
      });
    const writer = await underWay(db, write);
    const starting = startRun(system, requestId);
    await expect.poll(() => frozenContacts(db, mine)).toBe(1);
    await expect(write(db)).rejects.toSatisfy(isFenced);

    await cancelRequest(as({ type: "operator", userId: newId() }), { requestId });
    await writer.commit();

    expect(await starting).toBe(false);
    expect(await frozenContacts(db, mine)).toBe(0);
    await write(db);
    expect(await stateOf(db, requestId)).toBe("cancelled");
    expect(await db.select().from(erasureRuns)).toEqual([]);
  });

  test("stops between two batches for a hold on the workspace, and goes on after it", async ({
    db,
    as,
    system,
  }) => {
    const mine = await createWorkspace(db);
    const [doomed = ""] = mine.contactIds;
    const operator = as({ type: "operator", userId: newId() });
    const requestId = await scheduledContact(as({ type: "agent", userId: mine.agentId }), {
      workspaceId: mine.id,
      contactId: doomed,
    });
    await startRun(system, requestId);
    const before = await rowsOf(db, mine, doomed);
    const { holdId } = await placeHold(operator, {
      subjectKind: "workspace",
      subjectId: mine.id,
      basis: "GDPR 17(3)(e)",
      reference: "Case 7",
      expiresAt: null,
    });

    await advanceRun(system, requestId);
    expect(await stateOf(db, requestId)).toBe("on_hold");
    await recoverRuns(system);
    expect(await stateOf(db, requestId)).toBe("on_hold");
    expect(await rowsOf(db, mine, doomed)).toEqual(before);

    await releaseHold(operator, { holdId });
    while ((await advanceRun(system, requestId)) === "again");
    expect(await stateOf(db, requestId)).toBe("completed");
  });

  test("waits where the whole workspace is frozen, and is given up when it is gone", async ({
    db,
    as,
    system,
  }) => {
    const mine = await createWorkspace(db);
    const owner = as({ type: "owner", userId: mine.ownerId });
    const whole = await scheduledWorkspace(owner, mine);
    const part = await scheduledContact(owner, {
      workspaceId: mine.id,
      contactId: mine.contactIds[0] ?? "",
    });
    await startRun(system, whole);

    expect(await advanceRun(system, part)).toBe("finished");
    expect(await stateOf(db, part)).toBe("scheduled");
    while ((await advanceRun(system, whole)) === "again");
    await advanceRun(system, part);

    expect(await stateOf(db, whole)).toBe("completed_with_retentions");
    expect(await stateOf(db, part)).toBe("refused");
    expect(await countsAreExact(db)).toBe(true);
  });

  test("comes to its end first when its workspace is to go in the middle of it", async ({
    db,
    as,
    system,
  }) => {
    const mine = await createWorkspace(db);
    const owner = as({ type: "owner", userId: mine.ownerId });
    const part = await scheduledContact(owner, {
      workspaceId: mine.id,
      contactId: mine.contactIds[0] ?? "",
    });
    await startRun(system, part);
    const whole = await scheduledWorkspace(owner, mine);

    expect(await advanceRun(system, whole, oneRowAtATime)).toBe("finished");
    expect(await stateOf(db, whole)).toBe("scheduled");
    while ((await advanceRun(system, part, oneRowAtATime)) === "again");
    while ((await advanceRun(system, whole)) === "again");

    expect(await stateOf(db, part)).toBe("completed");
    expect(await stateOf(db, whole)).toBe("completed_with_retentions");
    expect(await countsAreExact(db)).toBe(true);
    expect(await db.select().from(contactFences)).toEqual([]);
  });

  test("and its workspace's, by four workers at once, end with nothing left and exact counts", async ({
    db,
    as,
    system,
  }) => {
    const [mine, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
    const before = await fingerprint(db, neighbour.id);
    const owner = as({ type: "owner", userId: mine.ownerId });
    const parts = [];
    for (const contactId of mine.contactIds) {
      parts.push(await scheduledContact(owner, { workspaceId: mine.id, contactId }));
    }
    const whole = await scheduledWorkspace(owner, mine);

    const all = [...parts, whole];
    await expect
      .poll(
        async () => {
          await Promise.all(all.map((id) => advanceRun(system, id, oneRowAtATime)));
          return (await Promise.all(all.map((id) => stateOf(db, id)))).every(isClosed);
        },
        { timeout: 25_000 },
      )
      .toBe(true);

    expect(await stateOf(db, whole)).toBe("completed_with_retentions");
    for (const part of parts) expect(["completed", "refused"]).toContain(await stateOf(db, part));
    expect(await db.select().from(contacts).where(eq(contacts.workspaceId, mine.id))).toEqual([]);
    expect(await db.select().from(workspaces).where(eq(workspaces.id, mine.id))).toEqual([]);
    expect(await countsAreExact(db)).toBe(true);
    expect(await fingerprint(db, neighbour.id)).toEqual(before);
  });
});

function isClosed(state: string | undefined): boolean {
  return ["completed", "completed_with_retentions", "refused"].includes(state ?? "");
}

/** Rows of one contact, by table. */
async function rowsOf(
  db: Db,
  { id }: TestWorkspace,
  contactId: string,
): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  for (const step of planFor(contactSubject({ workspaceId: id, contactId })).steps) {
    if (step.action !== "erase") continue;
    rows[step.table.name] = await db.$count(step.table.table, step.found.predicate);
  }
  return rows;
}

async function stopsIn(db: Db, { id }: TestWorkspace) {
  return await db.select().from(suppressionEntries).where(eq(suppressionEntries.workspaceId, id));
}

async function frozenContacts(db: Db, { id }: TestWorkspace): Promise<number | undefined> {
  const [workspace] = await db.select().from(workspaces).where(eq(workspaces.id, id));
  return workspace?.frozenContacts;
}

async function stateOf(db: Db, requestId: string): Promise<string | undefined> {
  const [request] = await db
    .select({ state: erasureRequests.state })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId));
  return request?.state;
}

async function countsAreExact(db: Db): Promise<boolean> {
  const steps = await db.select().from(erasureSteps);
  return steps
    .filter(({ action }) => action !== "retain")
    .every(({ plannedRows, doneRows }) => plannedRows === doneRows);
}

async function scheduledWorkspace(ctx: ErasureContext, mine: TestWorkspace): Promise<string> {
  await scheduleWorkspaceErasure(ctx, { workspaceId: mine.id, confirmSlug: mine.slug });
  const [request] = await ctx.db
    .select({ id: erasureRequests.id })
    .from(erasureRequests)
    .where(eq(erasureRequests.subjectId, mine.id));
  return request?.id ?? "";
}
