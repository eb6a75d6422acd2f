import { eq, sql } from "drizzle-orm";
import { describe } from "vitest";
import {
  auditLog,
  contactFences,
  contacts,
  conversations,
  erasureSteps,
  messages,
  objectPrefix,
  storedObjects,
  workspaceExports,
  workspaces,
} from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprint } from "@/lib/testing/fingerprint";
import { scheduledContact } from "@/lib/testing/scheduled-contact";
import { underWay } from "@/lib/testing/under-way";
import type { Db, Tx } from "./context";
import { isFenced } from "./is-fenced";
import { startRun } from "./start-run";
import { contactSubject, planFor } from "./subjects";
import { writerGenerations } from "./writer-generations";

const anybody = planFor(contactSubject({ workspaceId: newId(), contactId: newId() }));

describe("the fence around a contact", () => {
  test("knows whose row it is in every table that the map finds a contact in", async ({ sql }) => {
    const fenced = await sql<{ name: string }[]>`
      select tgrelid::regclass::text as name from pg_trigger
      where tgname in ('fence_inserts', 'fence_updates') and tgnargs > 0 and tgenabled = 'O'
      group by 1 having count(*) = 2`;

    const found = new Set(anybody.steps.map(({ table }) => table.name));
    expect(fenced.map(({ name }) => name).sort()).toEqual([...found].sort());
  });

  test("refuses inserts and updates of each of its rows, and none of another contact's", async ({
    db,
  }) => {
    const mine = await createWorkspace(db);
    const [frozen = "", other = ""] = mine.contactIds;
    await db.insert(auditLog).values({
      workspaceId: mine.id,
      occurredAt: new Date(0),
      action: "contact.exported",
      actorKind: "agent",
      targetContactId: frozen,
    });
    const itsFile = { workspaceId: mine.id, contactId: frozen };
    await db.insert(storedObjects).values({
      ...itsFile,
      purpose: "media",
      key: `${objectPrefix(itsFile)}photo`,
      mimeType: "image/png",
      uploadUntil: new Date(0),
    });
    await db.insert(workspaceExports).values({
      workspaceId: mine.id,
      contactId: frozen,
      includesMedia: false,
      state: "cancelled",
      createdAt: new Date(0),
    });
    await freeze(db, mine, frozen);
    const before = await fingerprint(db, mine.id);

    for (const step of planFor(contactSubject({ workspaceId: mine.id, contactId: frozen })).steps) {
      const { table, found } = step;
      const its = sql`from ${table.table} where ${found.predicate}`;
      const update = sql`update ${table.table} set workspace_id = workspace_id where ${found.predicate}`;
      const insert = sql`
        insert into ${table.table}
        select (jsonb_populate_record(${sql.identifier(table.name)},
          jsonb_build_object('id', ${newId()}::uuid))).* ${its}`;
      expect(await db.$count(table.table, found.predicate), table.name).toBeGreaterThan(0);
      await expect(db.execute(update), table.name).rejects.toSatisfy(isFenced);
      if (table.name === "contacts") continue;
      await expect(db.execute(insert), table.name).rejects.toSatisfy(isFenced);
    }
    for (const step of planFor(contactSubject({ workspaceId: mine.id, contactId: other })).steps) {
      const { table, found } = step;
      await db.execute(
        sql`update ${table.table} set workspace_id = workspace_id where ${found.predicate}`,
      );
    }
    expect(await fingerprint(db, mine.id)).toEqual(before);
    await writeTo(db, mine, other);
  });

  test("lets nothing be moved to it, nor away from it", async ({ db }) => {
    const mine = await createWorkspace(db);
    const [frozen = "", other = ""] = mine.contactIds;
    await freeze(db, mine, frozen);
    const before = await fingerprint(db, mine.id);

    const move = (from: string, to: string) =>
      db.update(conversations).set({ contactId: to }).where(eq(conversations.contactId, from));
    const moveMessages = (from: string, to: string) =>
      db.execute(sql`
        update messages set conversation_id = (select id from conversations where contact_id = ${to})
        where conversation_id = (select id from conversations where contact_id = ${from})`);
    await expect(move(other, frozen)).rejects.toSatisfy(isFenced);
    await expect(move(frozen, other)).rejects.toSatisfy(isFenced);
    await expect(moveMessages(other, frozen)).rejects.toSatisfy(isFenced);
    await expect(moveMessages(frozen, other)).rejects.toSatisfy(isFenced);
    await expect(
      db.update(contacts).set({ id: frozen }).where(eq(contacts.id, other)),
    ).rejects.toSatisfy(isFenced);

    expect(await fingerprint(db, mine.id)).toEqual(before);
  });

  test("stands in its own workspace alone", async ({ db }) => {
    const [mine, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
    const id = mine.contactIds[0] ?? "";
    await freeze(db, mine, id);

    await db.insert(contacts).values({ workspaceId: neighbour.id, id, name: "Namesake" });
    await writeTo(db, neighbour, neighbour.contactIds[0] ?? "");
  });

  test("refuses the id of an erased contact for ever, and asks others nothing any more", async ({
    db,
  }) => {
    const mine = await createWorkspace(db);
    const contactId = newId();
    await db
      .insert(contactFences)
      .values({ workspaceId: mine.id, contactId, frozenAt: new Date(), erasedAt: new Date() });

    await expect(
      db.insert(contacts).values({ workspaceId: mine.id, id: contactId, name: "Back again" }),
    ).rejects.toSatisfy(isFenced);
    await expect(
      db.insert(auditLog).values({
        workspaceId: mine.id,
        occurredAt: new Date(0),
        action: "contact.exported",
        actorKind: "agent",
        targetContactId: contactId,
      }),
    ).rejects.toSatisfy(isFenced);
    await expect(
      db
        .update(contacts)
        .set({ id: contactId })
        .where(eq(contacts.id, mine.contactIds[0] ?? "")),
    ).rejects.toSatisfy(isFenced);
    await writeTo(db, mine, mine.contactIds[0] ?? "");
  });

  test("is up at once for who comes, and a run starts when who was writing has ended", async ({
    db,
    as,
    system,
  }) => {
    const mine = await createWorkspace(db);
    const [doomed = "", other = ""] = mine.contactIds;
    const requestId = await scheduledContact(as({ type: "agent", userId: mine.agentId }), {
      workspaceId: mine.id,
      contactId: doomed,
    });
    const writer = await underWay(db, (tx) => writeTo(tx, mine, doomed));

    let isStarted = false;
    const starting = startRun(system, requestId).then((started) => {
      isStarted = started;
    });
    await expect.poll(() => frozenContacts(db, mine)).toBe(1);
    await expect(writeTo(db, mine, doomed)).rejects.toSatisfy(isFenced);
    for (let row = 0; row < 20; row++) await writeTo(db, mine, other);
    expect(isStarted).toBe(false);
    await writer.commit();
    await starting;

    expect(isStarted).toBe(true);
    expect(await plannedMessages(db)).toBe(5);
  });

  test("waits also for who wrote to a conversation that somebody was just moving to it", async ({
    db,
    as,
    system,
  }) => {
    const mine = await createWorkspace(db, { contacts: 2, messages: 0 });
    const [doomed = "", other = ""] = mine.contactIds;
    const requestId = await scheduledContact(as({ type: "agent", userId: mine.agentId }), {
      workspaceId: mine.id,
      contactId: doomed,
    });
    const mover = await underWay(db, (tx) =>
      tx.update(conversations).set({ contactId: doomed }).where(eq(conversations.contactId, other)),
    );

    let isStarted = false;
    const starting = startRun(system, requestId).then((started) => {
      isStarted = started;
    });
    await expect.poll(() => frozenContacts(db, mine)).toBe(1);
    const writer = await underWay(db, (tx) => writeTo(tx, mine, other));
    await mover.commit();
    for (let row = 0; row < 50; row++) await db.execute(sql`select pg_backend_pid()`);
    expect(isStarted).toBe(false);
    await writer.commit();
    await starting;

    expect(await plannedMessages(db)).toBe(1);
    expect(writerGenerations(anybody)).toBe(3);
  });

  test("does not trust a snapshot that is older than it", async ({ db }) => {
    const mine = await createWorkspace(db);
    const [doomed = "", other = ""] = mine.contactIds;
    const before = await fingerprint(db, mine.id);
    const writes = [
      (tx: Tx) => writeTo(tx, mine, doomed),
      (tx: Tx) => writeTo(tx, mine, other),
      (tx: Tx) => tx.update(contacts).set({ name: "Changed" }).where(eq(contacts.id, doomed)),
    ];

    for (const write of writes) {
      const attempt = inOldSnapshot(db, () => freeze(db, mine, doomed), write);
      await expect(attempt).rejects.toMatchObject({ cause: { code: "40001" } });
      await thaw(db, mine);
    }

    expect(await fingerprint(db, mine.id)).toEqual(before);
  });
});

/** Writes in REPEATABLE READ, in a snapshot from before something else was committed. */
async function inOldSnapshot(
  db: Db,
  meanwhile: () => Promise<unknown>,
  write: (tx: Tx) => Promise<unknown>,
): Promise<void> {
  await db.transaction(
    async (tx) => {
      await tx.execute(sql`select 1`);
      await meanwhile();
      await write(tx);
    },
    { isolationLevel: "repeatable read" },
  );
}

async function freeze(db: Db, { id }: TestWorkspace, contactId: string): Promise<void> {
  await db.insert(contactFences).values({ workspaceId: id, contactId, frozenAt: new Date(0) });
  await db.update(workspaces).set({ frozenContacts: 1 }).where(eq(workspaces.id, id));
}

async function thaw(db: Db, { id }: TestWorkspace): Promise<void> {
  await db.execute(
    sql`delete from contact_fences where workspace_id = ${id} and erased_at is null`,
  );
  await db.update(workspaces).set({ frozenContacts: 0 }).where(eq(workspaces.id, id));
}

async function frozenContacts(db: Db, { id }: TestWorkspace): Promise<number | undefined> {
  const [workspace] = await db.select().from(workspaces).where(eq(workspaces.id, id));
  return workspace?.frozenContacts;
}

async function plannedMessages(db: Db): Promise<number | undefined> {
  const [step] = await db.select().from(erasureSteps).where(eq(erasureSteps.tableName, "messages"));
  return step?.plannedRows;
}

/** A message to the contact's conversation. */
async function writeTo(db: Db | Tx, { id }: TestWorkspace, contactId: string): Promise<void> {
  const [conversation] = await db
    .select({ id: conversations.id })
    .from(conversations)
    .where(eq(conversations.contactId, contactId))
    .limit(1);
  await db.insert(messages).values({
    workspaceId: id,
    conversationId: conversation?.id ?? newId(),
    direction: "inbound",
    kind: "text",
    body: "Late",
  });
}
