import { and, eq, sql } from "drizzle-orm";
import { describe } from "vitest";
import {
  aiLogs,
  contacts,
  conversations,
  debugTraces,
  erasureRequests,
  erasureSteps,
  messages,
} from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprint } from "@/lib/testing/fingerprint";
import { type Attempt, hammer } from "@/lib/testing/hammer";
import { scheduledContact } from "@/lib/testing/scheduled-contact";
import { advanceRun } from "./advance-run";
import type { Db, ErasureContext, Tx } from "./context";
import { paced } from "./engine";
import { isFenced } from "./is-fenced";
import { scheduleWorkspaceErasure } from "./schedule-workspace-erasure";
import { contactSubject, planFor, workspaceSubject } from "./subjects";

const smallBatches = paced({ budgetMs: 50, minRows: 10, maxRows: 20 });

/** The fence, a parent that is gone, and a snapshot that is too old. Above all no deadlock (40P01). */
const refusals = ["LT001", "23503", "40001"];

describe("sixteen writers who hammer during freeze, purge and verification", () => {
  test("leave nothing in a workspace, and change no count", async ({
    db,
    databaseUrl,
    as,
    system,
  }) => {
    const [doomed, spare, neighbour] = [
      await createWorkspace(db, { contacts: 6, messages: 10 }),
      await createWorkspace(db),
      await createWorkspace(db),
    ];
    const before = await fingerprint(db, neighbour.id);
    const fire = hammer(databaseUrl, {
      writers: 16,
      attempts: await onWorkspace(db, doomed, spare),
    });
    await expect.poll(fire.written).toBeGreaterThan(40);
    await scheduleWorkspaceErasure(as({ type: "owner", userId: doomed.ownerId }), {
      workspaceId: doomed.id,
      confirmSlug: doomed.slug,
    });
    const [request] = await db.select().from(erasureRequests);

    await finish(system, request?.id ?? "");
    const refused = await fire.stop();

    expect(await stateOf(db, request?.id ?? "")).toBe("completed_with_retentions");
    await expectNothingLeft(db, workspaceSubject(doomed.id));
    await expectExactCounts(db);
    expect(await fingerprint(db, neighbour.id)).toEqual(before);
    expect(Object.keys(refused).filter((code) => !refusals.includes(code))).toEqual([]);
    expect(refused.LT001).toBeGreaterThan(0);
  });

  test("leave nothing of a contact, change no count, and are let through to every other", async ({
    db,
    databaseUrl,
    as,
    system,
  }) => {
    const [mine, neighbour] = [
      await createWorkspace(db, { contacts: 3, messages: 30 }),
      await createWorkspace(db),
    ];
    const [doomed = "", other = "", bystander = ""] = mine.contactIds;
    const before = [await fingerprint(db, neighbour.id), await rowsOf(db, mine, bystander)];
    const fire = hammer(databaseUrl, {
      writers: 12,
      attempts: await onContact(db, mine, doomed, other),
    });
    const peaceful = hammer(databaseUrl, {
      writers: 4,
      attempts: await peacefully(db, mine, other),
    });
    await expect.poll(fire.written).toBeGreaterThan(40);
    const requestId = await scheduledContact(as({ type: "agent", userId: mine.agentId }), {
      workspaceId: mine.id,
      contactId: doomed,
    });

    await finish(system, requestId);
    const written = peaceful.written();
    await expect.poll(peaceful.written).toBeGreaterThan(written + 8);
    const [refused, disturbed] = [await fire.stop(), await peaceful.stop()];

    expect(await stateOf(db, requestId)).toBe("completed");
    await expectNothingLeft(db, contactSubject({ workspaceId: mine.id, contactId: doomed }));
    await expectExactCounts(db);
    expect([await fingerprint(db, neighbour.id), await rowsOf(db, mine, bystander)]).toEqual(
      before,
    );
    expect(Object.keys(refused).filter((code) => !refusals.includes(code))).toEqual([]);
    expect(refused.LT001).toBeGreaterThan(0);
    expect(disturbed).toEqual({});
  });
});

async function finish(system: ErasureContext, requestId: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await advanceRun(system, requestId, smallBatches);
        return await stateOf(system.db, requestId);
      },
      { timeout: 25_000 },
    )
    .toMatch(/^completed/);
}

async function onWorkspace(
  db: Db,
  { id: workspaceId, contactIds }: TestWorkspace,
  spare: TestWorkspace,
): Promise<Attempt[]> {
  const [contactId = ""] = contactIds;
  const conversationId = await conversationOf(db, workspaceId, contactId);
  const insert = (tx: Db | Tx) =>
    tx.insert(contacts).values({ workspaceId, name: "Late", phone: "+15550100900" });
  return [
    insert,
    (tx) => tx.insert(messages).values(message(workspaceId, conversationId)),
    (tx) => tx.update(contacts).set({ name: "Late" }).where(eq(contacts.id, contactId)),
    (tx) =>
      copied(
        tx,
        "tags (workspace_id, id, name, color)",
        `${workspaceId},${newId()},${newId()},red`,
      ),
    (tx) => tx.transaction(async (own) => moved(own, spare.id, workspaceId)),
    (tx) => tx.transaction(async (own) => moved(own, workspaceId, spare.id)),
    (tx) => tx.transaction(async (own) => atASavepoint(own, insert)),
    (tx) => tx.transaction(insert, { isolationLevel: "repeatable read" }),
  ];
}

async function onContact(
  db: Db,
  { id: workspaceId }: TestWorkspace,
  contactId: string,
  other: string,
): Promise<Attempt[]> {
  const [here, there] = [
    await conversationOf(db, workspaceId, contactId),
    await conversationOf(db, workspaceId, other),
  ];
  const insert = (tx: Db | Tx) => tx.insert(messages).values(message(workspaceId, here));
  const move = async (tx: Tx, from: string, to: string) => {
    const id = newId();
    await tx.insert(messages).values({ ...message(workspaceId, from), id });
    await tx.update(messages).set({ conversationId: to }).where(eq(messages.id, id));
  };
  return [
    insert,
    (tx) => tx.insert(aiLogs).values(aiLog(workspaceId, contactId)),
    (tx) => tx.update(contacts).set({ name: "Late" }).where(eq(contacts.id, contactId)),
    (tx) =>
      copied(
        tx,
        "ai_logs (workspace_id, id, contact_id, provider, model, prompt, response, tokens_used, created_at)",
        `${workspaceId},${newId()},${contactId},openai,small,late,late,1,2026-01-01`,
      ),
    (tx) => tx.transaction(async (own) => move(own, there, here)),
    (tx) => tx.transaction(async (own) => move(own, here, there)),
    (tx) => tx.transaction(async (own) => atASavepoint(own, insert)),
    (tx) => tx.transaction(insert, { isolationLevel: "repeatable read" }),
    (tx) =>
      tx
        .insert(contacts)
        .values({ workspaceId, id: contactId, name: "Late" })
        .onConflictDoNothing(),
  ];
}

async function peacefully(
  db: Db,
  { id: workspaceId }: TestWorkspace,
  contactId: string,
): Promise<Attempt[]> {
  const conversationId = await conversationOf(db, workspaceId, contactId);
  return [
    (tx) => tx.insert(messages).values(message(workspaceId, conversationId)),
    (tx) => tx.insert(aiLogs).values(aiLog(workspaceId, contactId)),
    (tx) => tx.insert(contacts).values({ workspaceId, name: "Somebody new" }),
    (tx) =>
      tx
        .update(conversations)
        .set({ lastMessageAt: new Date(0) })
        .where(eq(conversations.id, conversationId)),
  ];
}

/** What a writer who goes on after a refusal leaves behind: nothing. */
async function atASavepoint(tx: Tx, write: (tx: Tx) => Promise<unknown>): Promise<void> {
  let refusal: unknown;
  await tx.transaction(write).catch((error: unknown) => {
    refusal = error;
  });
  await tx.execute(sql`select 1`);
  if (refusal !== undefined && !isFenced(refusal)) throw refusal;
  if (refusal !== undefined) {
    await tx.transaction(write).then(
      () => Promise.reject(new Error("What was refused once went through.")),
      () => {},
    );
  }
}

/** Writes a row in one workspace and moves it to another. */
async function moved(tx: Tx, from: string, to: string): Promise<void> {
  const id = newId();
  await tx
    .insert(debugTraces)
    .values({ workspaceId: from, id, source: "late", payload: {}, occurredAt: new Date(0) });
  await tx
    .update(debugTraces)
    .set({ workspaceId: to })
    .where(and(eq(debugTraces.workspaceId, from), eq(debugTraces.id, id)));
}

async function copied(db: Db, columns: string, row: string): Promise<void> {
  await db.execute(sql.raw(`copy ${columns} from program 'echo ${row}' with csv`));
}

function message(workspaceId: string, conversationId: string): typeof messages.$inferInsert {
  return { workspaceId, conversationId, direction: "inbound", kind: "text", body: "Late" };
}

function aiLog(workspaceId: string, contactId: string): typeof aiLogs.$inferInsert {
  const words = { provider: "openai", model: "small", prompt: "Late", response: "Late" };
  return { workspaceId, contactId, ...words, tokensUsed: 1, createdAt: new Date(0) };
}

async function conversationOf(db: Db, workspaceId: string, contactId: string): Promise<string> {
  const [conversation] = await db
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.contactId, contactId)));
  return conversation?.id ?? "";
}

/** Every row of one contact, byte for byte. */
async function rowsOf(db: Db, { id }: TestWorkspace, contactId: string): Promise<unknown[]> {
  const all: unknown[] = [];
  for (const { table, found } of planFor(contactSubject({ workspaceId: id, contactId })).steps) {
    all.push(await db.select().from(table.table).where(found.predicate).orderBy(sql`1, 2`));
  }
  return all;
}

async function expectNothingLeft(db: Db, subject: Parameters<typeof planFor>[0]): Promise<void> {
  for (const { action, table, found } of planFor(subject).steps) {
    if (action !== "erase") continue;
    expect(await db.$count(table.table, found.predicate), table.name).toBe(0);
  }
}

async function expectExactCounts(db: Db): Promise<void> {
  for (const { action, tableName, plannedRows, doneRows } of await db.select().from(erasureSteps)) {
    if (action !== "retain") expect(doneRows, tableName).toBe(plannedRows);
  }
}

async function stateOf(db: Db, requestId: string): Promise<string | undefined> {
  const [request] = await db
    .select({ state: erasureRequests.state })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId));
  return request?.state;
}
