import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { describe } from "vitest";
import {
  addressTombstones,
  consentRecords,
  contactFences,
  contacts,
  conversations,
  debugTraces,
  erasureActs,
  erasureGroups,
  erasureRequests,
  erasureRuns,
  erasureSteps,
  legalHolds,
  messages,
  suppressionEntries,
  tombstones,
  workspaces,
} from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprint, fingerprintAll } from "@/lib/testing/fingerprint";
import { scheduledContact } from "@/lib/testing/scheduled-contact";
import { advanceRun } from "./advance-run";
import { cancelRequest } from "./cancel-request";
import type { Actor, Db, ErasureContext } from "./context";
import { listHolds } from "./desk";
import { holdRequest } from "./hold-request";
import { placeHold } from "./place-hold";
import { previewContactsErasure } from "./preview-contacts-erasure";
import { readContactsErasure } from "./read-contacts-erasure";
import { recoverRuns } from "./recover-runs";
import { refuseRequest } from "./refuse-request";
import { releaseHold } from "./release-hold";
import { scheduleContactsErasure } from "./schedule-contacts-erasure";
import { startRun } from "./start-run";
import { contactSubject, planFor } from "./subjects";

const past = new Date("2026-01-15T09:30:00Z");
const order = { basis: "GDPR 17(3)(e)", reference: "Case 7", expiresAt: null };

describe("the erasure of contacts chosen together", () => {
  test("takes them, exactly as previewed, and leaves everybody else byte for byte", async ({
    db,
    as,
    system,
  }) => {
    const [mine, neighbour] = [
      await createWorkspace(db, { contacts: 5 }),
      await createWorkspace(db),
    ];
    const doomed = mine.contactIds.slice(0, 3);
    const staying = mine.contactIds.slice(3);
    const before = {
      staying: await rowsOf(db, mine.id, staying),
      neighbour: await fingerprint(db, neighbour.id),
    };
    const chosen = inArray(contacts.id, doomed);
    const ctx = as({ type: "owner", userId: mine.ownerId });
    const preview = await previewContactsErasure(ctx, { workspaceId: mine.id, chosen });
    const count = await totalRows(db);

    const { selectionId } = await scheduleContactsErasure(ctx, {
      workspaceId: mine.id,
      chosen,
      expected: 3,
    });
    expect(await statusOf(ctx, mine, selectionId)).toMatchObject({
      state: "scheduled",
      contacts: 3,
      erased: 0,
    });
    await carryOut(system);

    expect(preview).toMatchObject({ contacts: 3, isProjected: false });
    expect(count - (await totalRows(db))).toBe(sumOf(preview.erased));
    expect(await rowsOf(db, mine.id, doomed)).toEqual([]);
    expect(await rowsOf(db, mine.id, staying)).toEqual(before.staying);
    expect(await fingerprint(db, neighbour.id)).toEqual(before.neighbour);

    const status = await statusOf(ctx, mine, selectionId);
    expect(status).toMatchObject({ state: "ended", erased: 3, gone: 0, elsewhere: 0 });
    expect(status?.progress.every(({ planned, done }) => planned === done)).toBe(true);
    expect(await statusOf(ctx, neighbour, selectionId)).toBeNull();
    expect(await db.select().from(tombstones)).toHaveLength(3);
    expect(await db.select().from(erasureGroups)).toMatchObject([{ contactIds: null }]);
    expect(await frozenContacts(db, mine)).toBe(0);
    const fences = await db
      .select()
      .from(contactFences)
      .where(inArray(contactFences.contactId, doomed));
    expect(fences.every(({ erasedAt, requestId }) => erasedAt !== null && requestId === null)).toBe(
      true,
    );
  });

  test("says which had vanished and which another request has, and leaves those alone", async ({
    db,
    as,
    system,
  }) => {
    const mine = await createWorkspace(db, { contacts: 4 });
    const [first = "", second = "", third = "", fourth = ""] = mine.contactIds;
    const ctx = as({ type: "owner", userId: mine.ownerId });
    const { selectionId } = await scheduleContactsErasure(ctx, {
      workspaceId: mine.id,
      chosen: inArray(contacts.id, mine.contactIds),
      expected: 4,
    });
    await db.transaction(async (tx) => {
      await tx.execute(sql`set local session_replication_role = replica`);
      await tx.delete(contacts).where(eq(contacts.id, first));
    });
    await db.insert(contactFences).values({
      workspaceId: mine.id,
      contactId: second,
      requestId: newId(),
      frozenAt: past,
    });
    await db.update(workspaces).set({ frozenContacts: 1 }).where(eq(workspaces.id, mine.id));
    const before = await rowsOf(db, mine.id, [second]);

    await carryOut(system);

    expect(await statusOf(ctx, mine, selectionId)).toMatchObject({
      state: "ended",
      contacts: 4,
      erased: 2,
      gone: 1,
      elsewhere: 1,
    });
    expect(await rowsOf(db, mine.id, [second])).toEqual(before);
    expect(await rowsOf(db, mine.id, [third, fourth])).toEqual([]);
    expect(await frozenContacts(db, mine)).toBe(1);
  });

  test("leaves whom a legal hold is on, says so, and takes them when it ends", async ({
    db,
    as,
    system,
  }) => {
    const mine = await createWorkspace(db);
    const [held = "", ...others] = mine.contactIds;
    const operator = as({ type: "operator", userId: newId() });
    const { holdId } = await placeHold(operator, {
      subjectKind: "contact",
      workspaceId: mine.id,
      subjectId: held,
      basis: "GDPR 17(3)(e)",
      reference: "case 7",
      expiresAt: null,
    });
    const before = await rowsOf(db, mine.id, [held]);
    const ctx = as({ type: "owner", userId: mine.ownerId });
    const { selectionId } = await scheduleContactsErasure(ctx, {
      workspaceId: mine.id,
      chosen: inArray(contacts.id, mine.contactIds),
      expected: 3,
    });
    await carryOut(system);
    expect(await statusOf(ctx, mine, selectionId)).toMatchObject({ state: "on_hold", erased: 2 });
    expect(await rowsOf(db, mine.id, [held])).toEqual(before);
    expect(await rowsOf(db, mine.id, others)).toEqual([]);

    await releaseHold(operator, { holdId });
    await carryOut(system);
    expect(await statusOf(ctx, mine, selectionId)).toMatchObject({ state: "ended", erased: 3 });
    expect(await rowsOf(db, mine.id, [held])).toEqual([]);
  });

  test("says by name whom a legal hold keeps, and of a part that was refused how many and why", async ({
    db,
    as,
    system,
  }) => {
    const mine = await createWorkspace(db, { messages: 1 });
    const neighbour = await createWorkspace(db);
    // Before the others by their ids, so that a request of their own has all of them.
    await db.execute(sql`insert into contacts (workspace_id, id, name)
      select ${mine.id}, ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Spared ' || n
      from generate_series(1, 10000) n`);
    const [held = "", ...others] = mine.contactIds;
    const operator = as({ type: "operator", userId: newId() });
    const onHeld = { subjectKind: "contact" as const, workspaceId: mine.id, subjectId: held };
    const { holdId } = await placeHold(operator, { ...onHeld, ...order });
    const before = await rowsOf(db, mine.id, [held]);
    const ctx = as({ type: "owner", userId: mine.ownerId });
    const { selectionId } = await scheduleContactsErasure(ctx, {
      workspaceId: mine.id,
      chosen: sql`true`,
      expected: 10_003,
    });
    const [spared] = await db
      .select({ requestId: erasureGroups.requestId })
      .from(erasureGroups)
      .where(eq(erasureGroups.contacts, 10_000));
    const requestId = spared?.requestId ?? "";
    await refuseRequest(operator, { requestId, reason: "legal_claims" });
    await carryOut(system);

    const refused = [{ reason: "legal_claims", contacts: 10_000 }];
    expect(await statusOf(ctx, mine, selectionId)).toMatchObject({
      state: "on_hold",
      ...{ contacts: 10_003, erased: 2, gone: 0, elsewhere: 0 },
      held: { contacts: 1, names: ["Zoë علي 0"] },
      spared: refused,
    });
    expect(await statusOf(ctx, neighbour, selectionId)).toBeNull();
    expect(await rowsOf(db, mine.id, [held])).toEqual(before);
    expect(await rowsOf(db, mine.id, others)).toEqual([]);
    expect(await db.$count(contacts, eq(contacts.workspaceId, mine.id))).toBe(10_001);

    await releaseHold(operator, { holdId });
    await carryOut(system);
    expect(await statusOf(ctx, mine, selectionId)).toMatchObject({
      ...{ state: "ended", contacts: 10_003, erased: 3 },
      held: { contacts: 0, names: [] },
      spared: refused,
    });
    expect(await db.$count(contacts, eq(contacts.workspaceId, mine.id))).toBe(10_000);
  });

  test("waits whole for a hold that was placed from its request, beside what is free, and one release ends it", async ({
    db,
    as,
    system,
  }) => {
    const mine = await createWorkspace(db, { contacts: 6 });
    const [first = "", second = "", third = "", twin = "", free = "", neighbour = ""] =
      mine.contactIds;
    // The same person as the third, by another number.
    await db.update(contacts).set({ mergedIntoContactId: third }).where(eq(contacts.id, twin));
    const operator = as({ type: "operator", userId: newId() });
    const ctx = as({ type: "owner", userId: mine.ownerId });
    const ask = async (ids: string[]) => {
      const { selectionId } = await scheduleContactsErasure(ctx, {
        workspaceId: mine.id,
        chosen: inArray(contacts.id, ids),
        expected: ids.length,
      });
      return selectionId;
    };
    const three = await ask([first, second, third]);
    const [request] = await db.select().from(erasureRequests);
    const held = [first, second, third, twin];
    const before = await rowsOf(db, mine.id, held);
    const beside = await rowsOf(db, mine.id, [neighbour]);

    for (const actor of [ctx, system]) {
      const tried = holdRequest(actor, { requestId: request?.id ?? "", ...order });
      await expect(tried).rejects.toMatchObject({ code: "not_authorised" });
    }
    expect(await db.select().from(legalHolds)).toEqual([]);
    const { holdId } = await holdRequest(operator, { requestId: request?.id ?? "", ...order });
    for (const _ of [1, 2]) {
      await recoverRuns(system);
      await carryOut(system);
    }
    expect(await frozenContacts(db, mine), "whom a hold is on may still be written to").toBe(0);
    const two = await ask([second, free]);
    await carryOut(system);
    await recoverRuns(system);

    expect(await statusOf(ctx, mine, three)).toMatchObject({ state: "on_hold", erased: 0 });
    expect(await statusOf(ctx, mine, two)).toMatchObject({ state: "on_hold", erased: 1 });
    expect(await rowsOf(db, mine.id, held)).toEqual(before);
    expect(await rowsOf(db, mine.id, [free])).toEqual([]);
    const codes = (await db.select().from(erasureRequests)).map((one) => one.confirmationCode);
    expect(await listHolds(operator, "standing")).toMatchObject([
      { id: holdId, subjectKind: "contact", contacts: 4, stopped: codes.sort() },
    ]);
    const acts = await db.select().from(erasureActs);
    expect(acts).toMatchObject([{ kind: "hold_placed", detail: { contacts: 4 } }]);

    await releaseHold(operator, { holdId });
    await expect(releaseHold(operator, { holdId })).rejects.toMatchObject({ code: "not_found" });
    // The first waits for the second, which has begun to erase whom both name.
    for (const _ of [1, 2]) await carryOut(system);
    expect(await statusOf(ctx, mine, three)).toMatchObject({ state: "ended" });
    expect(await statusOf(ctx, mine, two)).toMatchObject({ state: "ended" });
    expect(await rowsOf(db, mine.id, held)).toEqual([]);
    expect(await rowsOf(db, mine.id, [neighbour])).toEqual(beside);
    expect(await listHolds(operator, "standing")).toEqual([]);
    expect(await listHolds(operator, "ended")).toMatchObject([{ id: holdId, contacts: 4 }]);
  });

  test("of more than one statement names is held in the middle, and finished after", {
    timeout: 120_000,
  }, async ({ db, as, system }) => {
    const mine = await createWorkspace(db, { contacts: 1, messages: 1 });
    await db.execute(sql`
      insert into contacts (workspace_id, id, name, created_at)
      select ${mine.id}, gen_random_uuid(), 'Contact ' || n, now() from generate_series(1, 1_010) n`);
    const operator = as({ type: "operator", userId: newId() });
    const ctx = as({ type: "owner", userId: mine.ownerId });
    const { selectionId } = await scheduleContactsErasure(ctx, {
      workspaceId: mine.id,
      chosen: sql`true`,
      expected: 1_011,
    });
    const [request] = await db.select().from(erasureRequests);
    const requestId = request?.id ?? "";
    expect(await startRun(system, requestId)).toBe(true);
    const before = await rowsOf(db, mine.id, mine.contactIds);

    const { holdId } = await holdRequest(operator, { requestId, ...order });
    await carryOut(system);
    expect(await statusOf(ctx, mine, selectionId)).toMatchObject({ state: "on_hold", erased: 0 });
    expect(await db.$count(contacts)).toBe(1_011);
    expect(await rowsOf(db, mine.id, mine.contactIds)).toEqual(before);

    await releaseHold(operator, { holdId });
    await carryOut(system);
    expect(await statusOf(ctx, mine, selectionId)).toMatchObject({ state: "ended", erased: 1_011 });
    expect(await db.$count(contacts)).toBe(0);
  });

  test("goes on with whom a category of its hold says nothing about", async ({
    db,
    as,
    system,
  }) => {
    const mine = await createWorkspace(db);
    const [held = "", ...others] = mine.contactIds;
    await db
      .delete(consentRecords)
      .where(sql`${consentRecords.contactId} = any(${`{${others.join()}}`}::uuid[])`);
    const operator = as({ type: "operator", userId: newId() });
    const ctx = as({ type: "owner", userId: mine.ownerId });
    const { selectionId } = await scheduleContactsErasure(ctx, {
      workspaceId: mine.id,
      chosen: inArray(contacts.id, mine.contactIds),
      expected: 3,
    });
    const [request] = await db.select().from(erasureRequests);
    const requestId = request?.id ?? "";
    const { holdId } = await holdRequest(operator, { requestId, ...order, category: "consent" });
    await carryOut(system);
    expect(await statusOf(ctx, mine, selectionId)).toMatchObject({ state: "on_hold", erased: 2 });
    expect(await db.$count(consentRecords)).toBe(1);
    expect(await db.$count(messages)).toBe(0);
    expect(await rowsOf(db, mine.id, others)).toEqual([]);
    expect(await db.$count(contacts, eq(contacts.id, held))).toBe(1);

    await releaseHold(operator, { holdId });
    await carryOut(system);
    expect(await statusOf(ctx, mine, selectionId)).toMatchObject({ state: "ended", erased: 3 });
  });

  test("is refused to strangers, to agents who may not, for others' contacts and for a wrong number, and writes nothing", async ({
    db,
    sql: connection,
    as,
    system,
  }) => {
    const [mine, other] = [await createWorkspace(db), await createWorkspace(db)];
    await db
      .update(workspaces)
      .set({ agentsDeleteContacts: false })
      .where(eq(workspaces.id, mine.id));
    const before = await fingerprintAll(db);
    const ask = (actor: Actor, ids: string[], expected: number) =>
      scheduleContactsErasure(as(actor), {
        workspaceId: mine.id,
        chosen: inArray(contacts.id, ids),
        expected,
      });
    const owner: Actor = { type: "owner", userId: mine.ownerId };
    const stranger: Actor = { type: "owner", userId: other.ownerId };
    const agent: Actor = { type: "agent", userId: mine.agentId };
    const refusals: [Actor, string[], number, string][] = [
      [system.actor, mine.contactIds, 3, "not_authorised"],
      [stranger, mine.contactIds, 3, "not_authorised"],
      [agent, mine.contactIds, 3, "not_authorised"],
      [owner, other.contactIds, 3, "not_found"],
      [owner, [...mine.contactIds, ...other.contactIds], 6, "count_mismatch"],
      [owner, mine.contactIds, 2, "count_mismatch"],
    ];
    for (const [actor, ids, expected, code] of refusals) {
      await expect(ask(actor, ids, expected)).rejects.toMatchObject({ code });
    }

    expect(await fingerprintAll(db)).toEqual(before);
    expect(await db.select().from(erasureGroups)).toEqual([]);
    expect(await db.select().from(erasureRequests)).toEqual([]);
    expect(await connection`select id from pgboss.job`).toHaveLength(0);

    await db
      .update(workspaces)
      .set({ agentsDeleteContacts: true })
      .where(eq(workspaces.id, mine.id));
    await ask(agent, mine.contactIds, 3);
  });

  test("taken back before its purge gives all of them back, and their addresses", async ({
    db,
    as,
    system,
  }) => {
    const mine = await createWorkspace(db);
    const before = await fingerprint(db, mine.id);
    await scheduleContactsErasure(as({ type: "owner", userId: mine.ownerId }), {
      workspaceId: mine.id,
      chosen: inArray(contacts.id, mine.contactIds),
      expected: 3,
    });
    const [request] = await db.select().from(erasureRequests);
    const requestId = request?.id ?? "";
    const writer = Promise.withResolvers<void>();
    const isWriting = Promise.withResolvers<void>();
    const writing = db.transaction(async (tx) => {
      await tx
        .update(contacts)
        .set({ name: "x" })
        .where(eq(contacts.id, mine.contactIds[0] ?? ""));
      isWriting.resolve();
      await writer.promise;
      throw new Error("rolled back");
    });
    await isWriting.promise;
    const starting = startRun(system, requestId);
    await expect.poll(() => frozenContacts(db, mine), { timeout: 10_000 }).toBe(3);
    expect(await db.select().from(addressTombstones)).toHaveLength(6);

    await cancelRequest(as({ type: "operator", userId: newId() }), { requestId });
    writer.resolve();
    await expect(writing).rejects.toThrow("rolled back");

    expect(await starting).toBe(false);
    expect(await frozenContacts(db, mine)).toBe(0);
    expect(await db.select().from(erasureGroups)).toMatchObject([{ contactIds: null }]);
    const after = await fingerprint(db, mine.id);
    const { audit_log: _audit, ...rest } = after;
    const { audit_log: _before, ...restBefore } = before;
    expect(rest).toEqual(restBefore);
  });

  test("of thousands is one run of few subjects, and each row is planned and erased once", async ({
    db,
    as,
    system,
  }) => {
    const [mine, neighbour] = [
      await createWorkspace(db, { contacts: 2 }),
      await createWorkspace(db),
    ];
    await db.execute(sql`insert into contacts (workspace_id, id, name, phone)
      select ${mine.id}, gen_random_uuid(), 'Leaving ' || n, '+4915100' || n
      from generate_series(10001, 12500) as n`);
    await db.execute(sql`insert into consent_records
        (workspace_id, id, contact_id, purpose, state, recorded_at)
      select workspace_id, gen_random_uuid(), id, 'marketing', 'granted', now() from contacts
      where workspace_id = ${mine.id} and name like 'Leaving %'`);
    const before = {
      staying: await rowsOf(db, mine.id, mine.contactIds),
      neighbour: await fingerprint(db, neighbour.id),
    };
    await scheduleContactsErasure(as({ type: "owner", userId: mine.ownerId }), {
      workspaceId: mine.id,
      chosen: sql`name like 'Leaving %'`,
      expected: 2_500,
    });
    const [request] = await db.select().from(erasureRequests);
    await startRun(system, request?.id ?? "");
    const [run] = await db.select().from(erasureRuns);
    expect(run?.subjects).toHaveLength(2);
    await carryOut(system);

    const steps = await db.select().from(erasureSteps).orderBy(erasureSteps.ordinal);
    expect(steps.filter(({ plannedRows }) => plannedRows > 0)).toMatchObject(
      [2_000, 500].flatMap((rows, subjectIndex) =>
        ["consent_records", "contacts"].map((tableName) => ({
          ...{ subjectIndex, tableName, plannedRows: rows, doneRows: rows },
        })),
      ),
    );
    expect(await rowsOf(db, mine.id, mine.contactIds)).toEqual(before.staying);
    expect(await fingerprint(db, neighbour.id)).toEqual(before.neighbour);
  });

  test("is begun by one of two who come at once; the other does none of it", async ({
    db,
    as,
    system,
  }) => {
    const mine = await createWorkspace(db);
    await scheduleContactsErasure(as({ type: "owner", userId: mine.ownerId }), {
      workspaceId: mine.id,
      chosen: inArray(contacts.id, mine.contactIds),
      expected: 3,
    });
    const [request] = await db.select().from(erasureRequests);
    const begin = async (meanwhile: () => Promise<unknown>) => {
      let digests = 0;
      const digest: typeof system.vault.digest = (...of) => {
        digests += 1;
        return system.vault.digest(...of);
      };
      const open: typeof system.vault.open = async (...of) => {
        await meanwhile();
        return await system.vault.open(...of);
      };
      const vault = { ...system.vault, digest, open };
      const hasBegun = await startRun({ ...system, vault }, request?.id ?? "");
      return { hasBegun, hasResolved: digests > 0 };
    };
    // The other comes while the first reads what the request is about.
    let other: ReturnType<typeof begin> | undefined;
    const first = await begin(async () => {
      other ??= begin(async () => {});
      await other;
    });
    expect(first).toEqual({ hasBegun: true, hasResolved: true });
    expect(await other).toEqual({ hasBegun: false, hasResolved: false });
  });

  test("of more than ten thousand is several requests, with every contact in one of them", async ({
    db,
    as,
  }) => {
    const mine = await createWorkspace(db, { contacts: 0 });
    await db.execute(sql`insert into contacts (workspace_id, id, name)
      select ${mine.id}, gen_random_uuid(), 'Contact ' || n from generate_series(1, 10001) as n`);
    await scheduleContactsErasure(as({ type: "owner", userId: mine.ownerId }), {
      workspaceId: mine.id,
      chosen: sql`true`,
      expected: 10_001,
    });

    const groups = await db.select().from(erasureGroups);
    expect(groups.map((group) => group.contacts).sort()).toEqual([1, 10_000]);
    expect(new Set(groups.flatMap(({ contactIds }) => contactIds ?? [])).size).toBe(10_001);
    expect(await db.select().from(erasureRequests)).toHaveLength(2);
  });
});

describe("nobody else's data goes", () => {
  test("with a number that two people share: what names neither of them stays for the other", async ({
    db,
    as,
    system,
  }) => {
    const mine = await createWorkspace(db);
    const [leaving = "", staying = ""] = mine.contactIds;
    await db
      .update(contacts)
      .set({ phone: "+15550107777" })
      .where(inArray(contacts.id, [leaving, staying]));
    const trace = {
      workspaceId: mine.id,
      source: "whatsapp",
      payload: {},
      occurredAt: past,
      addressDigest: system.vault.digest("phone", "+15550107777"),
    };
    await db.insert(debugTraces).values(trace);
    const before = await rowsOf(db, mine.id, [staying]);

    await scheduledContact(as({ type: "owner", userId: mine.ownerId }), {
      workspaceId: mine.id,
      contactId: leaving,
    });
    await carryOut(system);
    expect(await rowsOf(db, mine.id, [leaving])).toEqual([]);
    expect(await rowsOf(db, mine.id, [staying])).toEqual(before);
    expect(await tracesBy(db, trace.addressDigest)).toBe(1);
    expect(await addressTombstonesOf(db, trace.addressDigest)).toBe(0);

    await scheduledContact(as({ type: "owner", userId: mine.ownerId }), {
      workspaceId: mine.id,
      contactId: staying,
    });
    await carryOut(system);
    expect(await tracesBy(db, trace.addressDigest)).toBe(0);
    expect(await addressTombstonesOf(db, trace.addressDigest)).toBe(1);
  });

  test("in a group: what a person said goes, what others and the business said stays, answers and forwards and all", async ({
    db,
    as,
    system,
  }) => {
    const mine = await createWorkspace(db, { contacts: 3, messages: 1 });
    const [leaving = "", staying = ""] = mine.contactIds;
    const group = await addGroupConversation(db, mine);
    const said = async (senderContactId: string | null, body: string, answers?: string) => {
      const providerMessageId = `wamid.${newId()}`;
      await db.insert(messages).values({
        workspaceId: mine.id,
        conversationId: group,
        senderContactId,
        direction: senderContactId === null ? "outbound" : "inbound",
        kind: "text",
        body,
        providerMessageId,
        inReplyToProviderId: answers,
        createdAt: past,
      });
      return providerMessageId;
    };
    const first = await said(leaving, "My address is 1 Gone Street");
    await said(staying, 'You wrote "1 Gone Street"', first);
    await said(staying, "My address is 1 Gone Street");
    await said(null, "Both of you: tomorrow at nine", first);
    const before = await rowsOf(db, mine.id, [staying]);

    await scheduledContact(as({ type: "owner", userId: mine.ownerId }), {
      workspaceId: mine.id,
      contactId: leaving,
    });
    await carryOut(system);

    const left = await db
      .select({ body: messages.body, answers: messages.inReplyToProviderId })
      .from(messages)
      .where(eq(messages.conversationId, group))
      .orderBy(asc(messages.body));
    expect(left).toEqual([
      { body: "Both of you: tomorrow at nine", answers: first },
      { body: "My address is 1 Gone Street", answers: null },
      { body: 'You wrote "1 Gone Street"', answers: first },
    ]);
    const leadsTo = await db.$count(messages, eq(messages.providerMessageId, first));
    expect(leadsTo, "the id leads nowhere").toBe(0);
    expect(await rowsOf(db, mine.id, [staying])).toEqual(before);
    expect(await rowsOf(db, mine.id, [leaving])).toEqual([]);
  });

  test("but all of a person goes, whichever of their merged contacts is named", async ({
    db,
    as,
    system,
  }) => {
    for (const named of [0, 1]) {
      const mine = await createWorkspace(db);
      const [main = "", merged = "", other = ""] = mine.contactIds;
      await db.update(contacts).set({ mergedIntoContactId: main }).where(eq(contacts.id, merged));
      const before = await rowsOf(db, mine.id, [other]);

      await scheduledContact(as({ type: "owner", userId: mine.ownerId }), {
        workspaceId: mine.id,
        contactId: mine.contactIds[named] ?? "",
      });
      await carryOut(system);

      expect(await rowsOf(db, mine.id, [main, merged])).toEqual([]);
      expect(await rowsOf(db, mine.id, [other])).toEqual(before);
      expect(await frozenContacts(db, mine)).toBe(0);
    }
  });
});

test("a stop outlives the person who asked for it, and a consent that holds leaves no trace", async ({
  db,
  as,
  system,
}) => {
  const mine = await createWorkspace(db);
  const [stopped = "", agreed = ""] = mine.contactIds;
  await db.insert(consentRecords).values({
    workspaceId: mine.id,
    contactId: stopped,
    purpose: "marketing",
    state: "withdrawn",
    recordedAt: new Date("2026-02-01T00:00:00Z"),
  });
  await scheduleContactsErasure(as({ type: "owner", userId: mine.ownerId }), {
    workspaceId: mine.id,
    chosen: inArray(contacts.id, [stopped, agreed]),
    expected: 2,
  });
  const [phone] = await db
    .select({ phone: contacts.phone })
    .from(contacts)
    .where(eq(contacts.id, stopped));
  await carryOut(system);

  const stops = await db
    .select({ digest: suppressionEntries.addressDigest })
    .from(suppressionEntries)
    .where(eq(suppressionEntries.workspaceId, mine.id));
  expect(stops.map(({ digest }) => digest).sort()).toEqual(
    [`suppressed-${mine.slug}`, system.vault.digest("phone", phone?.phone ?? "")].sort(),
  );
});

/** Takes every request as far as it goes. */
async function carryOut(system: ErasureContext): Promise<void> {
  const requests = await system.db.select({ id: erasureRequests.id }).from(erasureRequests);
  for (const { id } of requests) while ((await advanceRun(system, id)) === "again");
  const states = await system.db.select({ state: erasureRequests.state }).from(erasureRequests);
  expect(states.map(({ state }) => state)).not.toContain("failed");
}

/** Every row of these contacts, whole. */
async function rowsOf(db: Db, workspaceId: string, contactIds: string[]): Promise<unknown[]> {
  const rows: unknown[] = [];
  for (const contactId of contactIds) {
    for (const { action, table, found } of planFor(contactSubject({ workspaceId, contactId }))
      .steps) {
      if (action !== "erase") continue;
      const some: unknown = await db.execute(
        sql`select ${table.table}::text as row from ${table.table} where ${found.predicate} order by 1`,
      );
      rows.push(...(some as unknown[]));
    }
  }
  return rows;
}

async function totalRows(db: Db): Promise<number> {
  let rows = 0;
  for (const { action, table } of planFor(
    contactSubject({ workspaceId: newId(), contactId: newId() }),
  ).steps) {
    if (action === "erase") rows += await db.$count(table.table);
  }
  return rows;
}

function sumOf(counts: readonly { rows: number }[]): number {
  return counts.reduce((sum, { rows }) => sum + rows, 0);
}

async function statusOf(ctx: ErasureContext, { id }: TestWorkspace, selectionId: string) {
  return await readContactsErasure(ctx, { workspaceId: id, selectionId });
}

async function frozenContacts(db: Db, { id }: TestWorkspace): Promise<number | undefined> {
  const [workspace] = await db.select().from(workspaces).where(eq(workspaces.id, id));
  return workspace?.frozenContacts;
}

async function tracesBy(db: Db, digest: string): Promise<number> {
  return await db.$count(debugTraces, eq(debugTraces.addressDigest, digest));
}

async function addressTombstonesOf(db: Db, digest: string): Promise<number> {
  return await db.$count(addressTombstones, eq(addressTombstones.addressDigest, digest));
}

async function addGroupConversation(db: Db, { id }: TestWorkspace): Promise<string> {
  const [thread] = await db
    .select({ channelConnectionId: conversations.channelConnectionId })
    .from(conversations)
    .where(and(eq(conversations.workspaceId, id)))
    .limit(1);
  const conversation = {
    workspaceId: id,
    id: newId(),
    groupId: "group-1",
    channelConnectionId: thread?.channelConnectionId ?? "",
  };
  await db.insert(conversations).values(conversation);
  return conversation.id;
}
