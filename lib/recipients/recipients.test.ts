import { asc, eq, inArray, sql } from "drizzle-orm";
import { describe } from "vitest";
import {
  erasureRecipientCalls as calls,
  channelConnections,
  contacts,
  erasureActs,
  erasureRequests,
  memberships,
  metaIdentities,
} from "@/db/schema";
import { newId } from "@/db/schema/columns";
import {
  advanceRun,
  deauthorizeMetaUser,
  openMetaRequest,
  pausePurges,
  placeHold,
  readReceipt,
  readRecipients,
  readRequestStatus,
  recoverRuns,
  releaseHold,
  resumePurges,
  retryRecipients,
  scheduleContactsErasure,
  scheduleWorkspaceErasure,
} from "@/lib/erasure";
import type { ErasureContext } from "@/lib/erasure/context";
import { type Governor, paced } from "@/lib/erasure/engine";
import { signedReceipt } from "@/lib/receipts";
import { fingerprint } from "@/lib/testing/fingerprint";
import { scheduledContact } from "@/lib/testing/scheduled-contact";
import type { CallContext } from "./call-context";
import { callRecipient } from "./call-recipient";
import { sweepCalls } from "./sweep-calls";
import { type ConnectedWorkspace, createConnectedWorkspace } from "./testing/connected-workspace";
import { documentedReply, type Received, type Reply } from "./testing/recipient-server";
import { expect, test } from "./testing/recipients-test";

const hour = 60 * 60_000;

const refusal: Reply = { status: 403, json: { error: { code: 10, message: "Not for you." } } };
const down: Reply = { status: 503, json: {} };

describe("the recipients of an erased workspace", () => {
  test("are told once each, in order, each with its own token, and the neighbour's are not", async ({
    db,
    master,
    server,
    telling,
    calling,
    sql: query,
  }) => {
    const doomed = await createConnectedWorkspace(db, master);
    const neighbour = await createConnectedWorkspace(db, master);
    const before = await fingerprint(db, neighbour.id);
    const { code, requestId } = await schedule(telling, doomed);
    const system = telling({ type: "system" });

    // Beside the purge: it goes to its end, and waits there.
    expect(await advanceRun(system, requestId)).toBe("finished");
    expect(server.received).toEqual([]);
    expect(await readRequestStatus(system, code)).toMatchObject({ state: "verifying" });
    expect(await readReceipt(system, code)).toMatchObject({ jws: null });
    expect(await fingerprint(db, doomed.id)).not.toEqual(before);

    await makeCalls(calling);
    await advanceRun(system, requestId);

    const { tokens, wabaId, pageId, mediaIds, fileIds, metaUserId, phoneNumberId } = doomed;
    expect(said(server.received, tokens.whatsapp)).toEqual([
      `DELETE /${wabaId}/subscribed_apps`,
      ...mediaIds.map((id) => `DELETE /${id}?phone_number_id=${phoneNumberId}`),
      `DELETE /${metaUserId}/permissions`,
    ]);
    expect(said(server.received, tokens.messenger)).toEqual([`DELETE /${pageId}/subscribed_apps`]);
    expect(said(server.received, tokens.openai)).toEqual(
      fileIds.openai.map((id) => `DELETE /v1/files/${id}`),
    );
    const targets = server.received.map(({ target }) => target);
    expect(targets.indexOf(`/${metaUserId}/permissions`)).toBeGreaterThan(
      targets.indexOf(`/${pageId}/subscribed_apps`),
    );
    expect(targets).toContain(`/bot${encodeURIComponent(tokens.telegram)}/deleteWebhook`);
    expect(targets).toContain(`/v1/files/${fileIds.anthropic[0]}`);
    expect(targets.filter((target) => target.startsWith("/contacts/"))).toHaveLength(2);
    expect(new Set(targets).size).toBe(targets.length);

    const receipt = signedReceipt((await readReceipt(system, code))?.jws ?? "");
    expect(
      receipt.recipients.map(({ recipient, act, done, failed }) => [recipient, act, done, failed]),
    ).toEqual([
      ["meta", "unsubscribe", 1, 0],
      ["meta", "delete_media", 2, 0],
      ["meta", "revoke_permissions", 1, 0],
      ["messenger", "unsubscribe", 1, 0],
      ["telegram", "delete_webhook", 1, 0],
      ["openai", "delete_file", 2, 0],
      ["anthropic", "delete_file", 1, 0],
      ["resend", "delete_contact", 2, 0],
      ["resend", "delete_suppression", 2, 0],
    ]);
    const stored = JSON.stringify(await query`select * from erasure_recipient_calls`);
    for (const secret of [...Object.values(tokens), ...mediaIds, wabaId, metaUserId, doomed.id]) {
      expect(stored).not.toContain(secret);
    }
    expect(await db.select({ sealed: calls.sealed }).from(calls)).toEqual(
      receipt.recipients.map(() => ({ sealed: null })),
    );
    expect(await fingerprint(db, neighbour.id)).toEqual(before);
  });

  test("lose number and templates only where the owner said so", async ({
    db,
    master,
    server,
    telling,
    calling,
  }) => {
    const doomed = await createConnectedWorkspace(db, master, { media: 0 });
    const { requestId } = await schedule(telling, doomed, {
      deregisterNumber: true,
      deleteTemplates: true,
    });
    await advanceRun(telling({ type: "system" }), requestId);
    await makeCalls(calling);

    const { tokens, wabaId, phoneNumberId, metaUserId } = doomed;
    expect(said(server.received, tokens.whatsapp)).toEqual([
      `DELETE /${wabaId}/subscribed_apps`,
      `DELETE /${wabaId}/message_templates?name=hello`,
      `POST /${phoneNumberId}/deregister`,
      `DELETE /${metaUserId}/permissions`,
    ]);
  });

  test("Instagram among them: its account's webhook ends, with its own token", async ({
    db,
    master,
    server,
    telling,
    calling,
  }) => {
    const doomed = await createConnectedWorkspace(db, master, { media: 0 });
    const [page] = await db
      .update(channelConnections)
      .set({ kind: "instagram" })
      .where(eq(channelConnections.externalAccountId, doomed.pageId))
      .returning();
    expect(page?.workspaceId).toBe(doomed.id);
    const { code, requestId } = await schedule(telling, doomed);
    const system = telling({ type: "system" });
    await advanceRun(system, requestId);
    await makeCalls(calling);
    await advanceRun(system, requestId);

    expect(said(server.received, doomed.tokens.messenger)).toEqual([
      `DELETE /${doomed.pageId}/subscribed_apps`,
    ]);
    const { recipients } = signedReceipt((await readReceipt(system, code))?.jws ?? "");
    expect(recipients.map(({ recipient }) => recipient)).not.toContain("messenger");
    expect(recipients.find(({ recipient }) => recipient === "instagram")).toMatchObject({
      act: "unsubscribe",
      done: 1,
      failed: 0,
    });
  });

  test("are not asked to end what a workspace that stays goes over, too", async ({
    db,
    master,
    server,
    telling,
    calling,
  }) => {
    const doomed = await createConnectedWorkspace(db, master, { media: 0 });
    const neighbour = await createConnectedWorkspace(db, master, { media: 0 });
    await db
      .update(channelConnections)
      .set({ wabaId: doomed.wabaId, authorizedByUserId: doomed.ownerId })
      .where(eq(channelConnections.wabaId, neighbour.wabaId));
    const { requestId } = await schedule(telling, doomed);
    await advanceRun(telling({ type: "system" }), requestId);
    await makeCalls(calling);

    expect(said(server.received, doomed.tokens.whatsapp)).toEqual([]);
    expect(said(server.received, doomed.tokens.messenger)).toHaveLength(1);
  });
});

describe("when a recipient does not do as asked,", () => {
  test("one that is down for an hour is told then, one that refuses for good is named", async ({
    db,
    master,
    server,
    telling,
    calling,
    clock,
  }) => {
    const doomed = await createConnectedWorkspace(db, master);
    const { code, requestId } = await schedule(telling, doomed);
    const system = telling({ type: "system" });
    const upAt = clock.now().getTime() + hour;
    server.answer((call) => {
      if (call.target.startsWith("/v1/files/")) {
        return "anthropic-beta" in call.headers ? refusal : documentedReply(call);
      }
      return call.authorization && clock.now().getTime() < upAt ? down : documentedReply(call);
    });
    await advanceRun(system, requestId);
    await makeCalls(calling);
    expect(await readRequestStatus(system, code)).toMatchObject({ state: "verifying" });
    const asked = server.received.length;
    await makeCalls(calling);
    expect(server.received, "left alone until its time").toHaveLength(asked);

    // It is asked again and again, at most as often as the pauses allow.
    while (await hasOpen(db)) {
      clock.advance(20_000);
      await makeCalls(calling);
    }
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(upAt);
    expect(clock.now().getTime()).toBeLessThan(upAt + hour);
    const unsubscribed = said(server.received, doomed.tokens.whatsapp).filter((call) =>
      call.endsWith("/subscribed_apps"),
    );
    expect(unsubscribed.length).toBeGreaterThan(3);
    expect(unsubscribed.length).toBeLessThan(25);

    await recoverRuns(system);
    await advanceRun(system, requestId);
    const receipt = signedReceipt((await readReceipt(system, code))?.jws ?? "");
    const refused = receipt.recipients.filter(({ failed }) => failed > 0);
    expect(refused).toMatchObject([
      { recipient: "anthropic", act: "delete_file", done: 0, failed: 1, reason: "http_403" },
    ]);
    expect(receipt.recipients.every(({ done, failed }) => done > 0 || failed > 0)).toBe(true);
  });

  test("a person has it told again, the receipt stays, and what it needs does not", async ({
    db,
    master,
    server,
    telling,
    calling,
    clock,
  }) => {
    const doomed = await createConnectedWorkspace(db, master, { media: 3 });
    const { code, requestId } = await schedule(telling, doomed);
    const system = telling({ type: "system" });
    const [, stubborn = ""] = doomed.mediaIds;
    server.answer((call) => (call.target.includes(stubborn) ? refusal : documentedReply(call)));
    await advanceRun(system, requestId);
    await makeCalls(calling);
    await advanceRun(system, requestId);
    const receipt = await readReceipt(system, code);
    expect(await mediaOutcome(calling, requestId)).toMatchObject({ done: 2, failed: 1 });

    await expect(retryRecipients(system, requestId)).rejects.toMatchObject({
      code: "not_authorised",
    });
    const operator = telling({ type: "operator", userId: newId() });
    server.received.length = 0;
    server.answer(documentedReply);
    expect(await retryRecipients(operator, requestId)).toBe(1);
    await makeCalls(calling);

    expect(server.received.map(({ target }) => target.split("?")[0])).toEqual([`/${stubborn}`]);
    expect(await mediaOutcome(calling, requestId)).toEqual(
      expect.objectContaining({ done: 3, failed: 0, open: 0, reason: null }),
    );
    expect(await readReceipt(system, code)).toEqual(receipt);
    expect(await retryRecipients(operator, requestId)).toBe(0);
    expect(await db.select().from(erasureActs)).toMatchObject([{ kind: "told_again", requestId }]);
    expect(await sealedRows(db)).toBe(0);
    expect(clock.now()).toBeInstanceOf(Date);
  });

  test("the receipt gives the reason of what failed for good, not of what succeeded later", async ({
    db,
    master,
    server,
    telling,
    calling,
    clock,
  }) => {
    const doomed = await createConnectedWorkspace(db, master, { media: 3 });
    const { code, requestId } = await schedule(telling, doomed);
    const system = telling({ type: "system" });
    const [refused = "", late = ""] = [...doomed.mediaIds].sort();
    const upAt = clock.now().getTime() + hour;
    server.answer((call) => {
      if (call.target.startsWith(`/${refused}`)) return refusal;
      const isDown = call.target.startsWith(`/${late}`) && clock.now().getTime() < upAt;
      return isDown ? down : documentedReply(call);
    });
    await advanceRun(system, requestId);
    await makeCalls(calling);
    // While the second is waited for, it is known why the first will never be told.
    expect(await mediaOutcome(calling, requestId)).toMatchObject({
      ...{ done: 0, failed: 1, open: 2, reason: "meta_10" },
    });
    clock.advance(2 * hour);
    await makeCalls(calling);
    await advanceRun(system, requestId);

    const { recipients } = signedReceipt((await readReceipt(system, code))?.jws ?? "");
    expect(recipients.find(({ act }) => act === "delete_media")).toMatchObject({
      ...{ done: 2, failed: 1, reason: "meta_10" },
    });
  });

  test("the receipt says until when what it takes to ask again is kept; asking again prolongs nothing", async ({
    db,
    master,
    server,
    telling,
    calling,
    clock,
  }) => {
    const doomed = await createConnectedWorkspace(db, master, { media: 2 });
    const { code, requestId } = await schedule(telling, doomed);
    const system = telling({ type: "system" });
    server.answer((call) =>
      call.target.startsWith("/contacts/") ? refusal : documentedReply(call),
    );
    await advanceRun(system, requestId);
    await makeCalls(calling);
    await advanceRun(system, requestId);
    const keptUntil = new Date(clock.now().getTime() + 30 * 24 * hour);
    const { recipients } = signedReceipt((await readReceipt(system, code))?.jws ?? "");
    expect(
      recipients.flatMap(({ act, keptUntil: until }) => (until ? [[act, until]] : [])),
    ).toEqual([["delete_contact", keptUntil.toISOString()]]);

    const operator = telling({ type: "operator", userId: newId() });
    clock.advance(29 * 24 * hour);
    expect(await retryRecipients(operator, requestId)).toBe(1);
    await makeCalls(calling);
    expect(await sealedRows(db)).toBe(1);
    // Asked once more, and then nothing can be asked: no worker runs, or all purges are paused.
    expect(await retryRecipients(operator, requestId)).toBe(1);
    await pausePurges(operator);
    clock.advance(24 * hour - 1);
    await makeCalls(calling);
    expect(await sealedRows(db)).toBe(1);
    clock.advance(1);
    await sweepCalls(calling);

    expect(await sealedRows(db)).toBe(0);
    expect(await hasOpen(db)).toBe(false);
    expect((await readRecipients(calling, requestId)).filter(({ failed }) => failed > 0)).toEqual([
      expect.objectContaining({ act: "delete_contact", failed: 2, open: 0, keptUntil: null }),
    ]);
    expect(await retryRecipients(operator, requestId)).toBe(0);
  });

  test("no receipt is signed while somebody has one told again: it waits, and says how that ended", async ({
    db,
    master,
    server,
    telling,
    calling,
  }) => {
    const doomed = await createConnectedWorkspace(db, master, { media: 1 });
    const { code, requestId } = await schedule(telling, doomed);
    const system = telling({ type: "system" });
    const operator = telling({ type: "operator", userId: newId() });
    server.answer((call) =>
      call.target.startsWith("/contacts/") ? refusal : documentedReply(call),
    );
    await advanceRun(system, requestId);
    await makeCalls(calling);
    server.answer(documentedReply);
    let reopened = 0;
    const meanwhile: ErasureContext = {
      ...system,
      files: {
        ...system.files,
        async leadingEmpty(prefixes, signal) {
          reopened += await retryRecipients(operator, requestId);
          return await system.files.leadingEmpty(prefixes, signal);
        },
      },
    };

    await expect(advanceRun(meanwhile, requestId)).rejects.toMatchObject({ code: "wrong_state" });
    expect(reopened).toBe(1);
    expect(await readReceipt(system, code)).toEqual({ state: "verifying", jws: null });

    await makeCalls(calling);
    await recoverRuns(system);
    await advanceRun(system, requestId);
    const { recipients } = signedReceipt((await readReceipt(system, code))?.jws ?? "");
    expect(recipients.find(({ act }) => act === "delete_contact")).toMatchObject({
      ...{ done: 2, failed: 0, reason: null, keptUntil: null },
    });
  });

  test("one that asks for time is left alone for as long as it asked, and asked again then", async ({
    db,
    master,
    server,
    telling,
    calling,
    clock,
  }) => {
    const doomed = await createConnectedWorkspace(db, master, { media: 0 });
    const { requestId } = await schedule(telling, doomed);
    const files = () => server.received.filter(({ target }) => target.startsWith("/v1/files/"));
    const busy: Reply = { status: 429, headers: { "Retry-After": "7200" }, json: { error: {} } };
    server.answer((call) => (call.target.startsWith("/v1/files/") ? busy : documentedReply(call)));
    await advanceRun(telling({ type: "system" }), requestId);
    await makeCalls(calling);
    expect(files(), "one of each provider's, and then none of it").toHaveLength(2);

    server.answer(documentedReply);
    clock.advance(2 * hour - 1);
    await makeCalls(calling);
    expect(files()).toHaveLength(2);
    clock.advance(1);
    await makeCalls(calling);
    expect(files()).toHaveLength(2 + 3);
    expect(await hasOpen(db)).toBe(false);
  });

  test("one that never comes back is given up after three days, and forgotten after thirty", async ({
    db,
    master,
    server,
    telling,
    calling,
    clock,
  }) => {
    const doomed = await createConnectedWorkspace(db, master, { media: 5 });
    const { code, requestId } = await schedule(telling, doomed);
    const system = telling({ type: "system" });
    server.answer((call) => (call.target.startsWith("/bot") ? documentedReply(call) : down));
    await advanceRun(system, requestId);
    for (let passed = 0; passed < 76 && (await hasOpen(db)); passed += 4) {
      await makeCalls(calling);
      clock.advance(4 * hour);
    }
    await makeCalls(calling);
    await advanceRun(system, requestId);

    const receipt = signedReceipt((await readReceipt(system, code))?.jws ?? "");
    expect(receipt.recipients.filter(({ act }) => act === "delete_media")).toMatchObject([
      { done: 0, failed: 5, reason: "http_503" },
    ]);
    expect(receipt.recipients.find(({ recipient }) => recipient === "telegram")).toMatchObject({
      done: 1,
      failed: 0,
    });
    expect(await sealedRows(db)).toBeGreaterThan(0);

    clock.advance(30 * 24 * hour);
    await sweepCalls(calling);
    expect(await sealedRows(db)).toBe(0);
    const operator = telling({ type: "operator", userId: newId() });
    expect(await retryRecipients(operator, requestId)).toBe(0);
  });

  test("what cannot be opened has failed from the start, and nobody waits for it", async ({
    db,
    master,
    server,
    telling,
    calling,
  }) => {
    const doomed = await createConnectedWorkspace(db, master, { media: 1 });
    await db
      .update(channelConnections)
      .set({ accessToken: "ciphertext" })
      .where(eq(channelConnections.wabaId, doomed.wabaId));
    const { code, requestId } = await schedule(telling, doomed);
    await advanceRun(telling({ type: "system" }), requestId);
    await makeCalls(calling);
    await advanceRun(telling({ type: "system" }), requestId);

    expect(said(server.received, doomed.tokens.whatsapp)).toEqual([]);
    const status = await readRequestStatus(telling({ type: "system" }), code);
    expect(status?.state).toBe("completed_with_retentions");
    expect(status?.recipients[0]).toMatchObject({ failed: 1, reason: "credentials_unreadable" });
  });
});

describe("a call", () => {
  test("is made again once by a worker that follows one that was killed before it had recorded it", async ({
    db,
    master,
    server,
    telling,
    calling,
    clock,
  }) => {
    const doomed = await createConnectedWorkspace(db, master, { media: 3 });
    const { code, requestId } = await schedule(telling, doomed);
    await advanceRun(telling({ type: "system" }), requestId);

    // As the recipient has it: what is gone is gone.
    const gone = new Set<string>();
    server.answer((call) => {
      // A bot without a webhook says so as if it had had one.
      const isAskedAgain = gone.has(call.target) && !call.target.startsWith("/bot");
      if (isAskedAgain) return { status: 404, json: { error: { code: 100 } } };
      gone.add(call.target);
      return documentedReply(call);
    });
    for (let killed = 0; await hasOpen(db); killed++) {
      const [row] = await db
        .select({ id: calls.id })
        .from(calls)
        .where(eq(calls.state, "pending"))
        .orderBy(asc(calls.stage), asc(calls.id));
      await callRecipient(killedAtItsRecord(calling, killed % 3), row?.id ?? "").catch(
        (error: unknown) => expect(error).toBeInstanceOf(Killed),
      );
      clock.advance(61_000);
    }

    const times = new Map<string, number>();
    for (const { target } of server.received) times.set(target, (times.get(target) ?? 0) + 1);
    const [row] = await db.select({ fence: sql<number>`sum(${calls.fence})::int` }).from(calls);
    expect(server.received.length).toBeLessThanOrEqual(times.size + (row?.fence ?? 0));
    expect(Math.max(...times.values())).toBeLessThanOrEqual(3);
    await recoverRuns(telling({ type: "system" }));
    await advanceRun(telling({ type: "system" }), requestId);
    const receipt = signedReceipt((await readReceipt(calling, code))?.jws ?? "");
    expect(receipt.recipients.every(({ failed }) => failed === 0)).toBe(true);
    expect(
      await mediaOutcome(calling, requestId).then(
        (one) => (one?.done ?? 0) + (one?.alreadyGone ?? 0),
      ),
    ).toBe(3);
  });

  test("is one worker's at a time", async ({ db, master, server, telling, calling }) => {
    const doomed = await createConnectedWorkspace(db, master, { media: 30 });
    const { requestId } = await schedule(telling, doomed);
    await advanceRun(telling({ type: "system" }), requestId);

    await Promise.all([makeCalls(calling), makeCalls(calling), makeCalls(calling)]);
    await makeCalls(calling);

    const targets = server.received.map(({ target }) => target);
    expect(new Set(targets).size).toBe(targets.length);
    expect(await hasOpen(db)).toBe(false);
  });

  test("is not made while a legal hold stands, nor while purges are paused", async ({
    db,
    master,
    server,
    telling,
    calling,
    clock,
  }) => {
    const doomed = await createConnectedWorkspace(db, master);
    const { requestId } = await schedule(telling, doomed);
    const operator = telling({ type: "operator", userId: newId() });
    // The run starts, and with it is written who is to be told; nothing is purged.
    await expect(
      advanceRun(telling({ type: "system" }), requestId, purgingNothing),
    ).rejects.toThrow("Not now.");
    const { holdId } = await placeHold(operator, {
      subjectKind: "workspace",
      subjectId: doomed.id,
      basis: "court_order",
      reference: "7 O 12/26",
      expiresAt: null,
    });
    await makeCalls(calling);
    expect(server.received).toEqual([]);

    await releaseHold(operator, { holdId });
    await pausePurges(operator);
    clock.advance(61_000);
    await makeCalls(calling);
    expect(server.received).toEqual([]);

    await resumePurges(operator, {});
    clock.advance(61_000);
    await makeCalls(calling);
    expect(server.received.length).toBeGreaterThan(5);
  });
});

const purgingNothing: Governor = {
  ...paced({ budgetMs: 50, minRows: 1, maxRows: 1 }),
  limit: () => Promise.reject(new Error("Not now.")),
};

test("a contact's media and files are taken from the recipients, and nobody else's", async ({
  db,
  master,
  server,
  telling,
  calling,
}) => {
  const workspace = await createConnectedWorkspace(db, master);
  const [contactId = ""] = workspace.contactIds;
  const requestId = await scheduledContact(telling({ type: "agent", userId: workspace.agentId }), {
    workspaceId: workspace.id,
    contactId,
  });
  await advanceRun(telling({ type: "system" }), requestId);
  await makeCalls(calling);

  const targets = server.received.map(({ target }) => target.split("?")[0]).sort();
  const email = encodeURIComponent("customer0@example.test");
  expect(targets).toEqual(
    [
      ...workspace.mediaIds.map((id) => `/${id}`),
      `/v1/files/${workspace.fileIds.openai[0]}`,
      `/v1/files/${workspace.fileIds.anthropic[0]}`,
      `/contacts/${email}`,
      `/suppressions/${email}`,
    ].sort(),
  );
});

test("contacts erased together are taken from the recipients, all of them", async ({
  db,
  master,
  server,
  telling,
  calling,
}) => {
  const workspace = await createConnectedWorkspace(db, master);
  await scheduleContactsErasure(telling({ type: "owner", userId: workspace.ownerId }), {
    workspaceId: workspace.id,
    chosen: inArray(contacts.id, workspace.contactIds),
    expected: 2,
  });
  const [request] = await db.select({ id: erasureRequests.id }).from(erasureRequests);
  await advanceRun(telling({ type: "system" }), request?.id ?? "");
  await makeCalls(calling);

  const targets = server.received.map(({ target }) => target.split("?")[0]);
  expect(targets).toEqual(
    expect.arrayContaining([
      ...workspace.mediaIds.map((id) => `/${id}`),
      ...workspace.fileIds.openai.map((id) => `/v1/files/${id}`),
      `/contacts/${encodeURIComponent("customer0@example.test")}`,
      `/contacts/${encodeURIComponent("customer1@example.test")}`,
    ]),
  );
});

test("a person who asks through Meta is disconnected there, and dead tokens are as good as done", async ({
  db,
  master,
  server,
  telling,
  calling,
}) => {
  const workspace = await createConnectedWorkspace(db, master);
  const neighbour = await createConnectedWorkspace(db, master);
  const before = await fingerprint(db, neighbour.id);
  server.answer(() => ({ status: 401, json: { error: { code: 190, message: "Expired." } } }));
  const { metaUserId, wabaId, pageId } = workspace;
  const { confirmationCode } = await openMetaRequest(telling({ type: "meta" }), { metaUserId });
  const requestId = await idOf(telling({ type: "system" }), confirmationCode);
  await advanceRun(telling({ type: "system" }), requestId);
  await makeCalls(calling);
  await advanceRun(telling({ type: "system" }), requestId);

  expect(server.received.map(({ target }) => target)).toEqual([
    `/${wabaId}/subscribed_apps`,
    `/${pageId}/subscribed_apps`,
    `/${metaUserId}/permissions`,
  ]);
  const receipt = signedReceipt((await readReceipt(calling, confirmationCode))?.jws ?? "");
  expect(receipt.recipients.map(({ act, alreadyGone }) => [act, alreadyGone])).toEqual([
    ["unsubscribe", 1],
    ["revoke_permissions", 1],
    ["unsubscribe", 1],
  ]);
  expect(await db.select().from(metaIdentities)).toHaveLength(1);
  expect(await fingerprint(db, neighbour.id)).toEqual(before);
});

test("what Meta says of permissions that we withdrew ourselves opens no deletion of who keeps their account", async ({
  db,
  master,
  telling,
  calling,
  clock,
}) => {
  const doomed = await createConnectedWorkspace(db, master, { media: 0 });
  const other = await createConnectedWorkspace(db, master, { media: 0 });
  // Its owner is a member elsewhere: the account and its login at Meta stay.
  await db
    .insert(memberships)
    .values({ workspaceId: other.id, userId: doomed.ownerId, role: "agent" });
  const ctx = telling({ type: "meta" });
  const opening = { ...ctx, rules: { ...ctx.rules, metaRevocation: "opens_deletion" as const } };
  const opened = async () =>
    await db.$count(erasureRequests, eq(erasureRequests.subjectKind, "meta_user"));
  const { requestId } = await schedule(telling, doomed);
  const system = telling({ type: "system" });
  await advanceRun(system, requestId);
  // Meta calls back while our own call is still under way, and once more later.
  const [revoking] = await db.select().from(calls).where(eq(calls.act, "revoke_permissions"));
  await db.update(calls).set({ leaseUntil: new Date(clock.now().getTime() + 1) });
  await deauthorizeMetaUser(opening, doomed);
  await db.update(calls).set({ leaseUntil: null });
  await makeCalls(calling);
  await advanceRun(system, requestId);
  expect(revoking?.groupId).not.toBe(doomed.ownerId);
  await deauthorizeMetaUser(opening, doomed);
  expect(await opened()).toBe(0);
  expect(await db.$count(metaIdentities, eq(metaIdentities.userId, doomed.ownerId))).toBe(1);

  // Somebody else's is their own wish, and so is this person's on another day.
  await deauthorizeMetaUser(opening, other);
  expect(await opened()).toBe(1);
  clock.advance(25 * hour);
  await deauthorizeMetaUser(opening, doomed);
  expect(await opened()).toBe(2);
});

test("50,000 media are planned in pages of which one is held at a time, each sealed", async ({
  db,
  master,
  telling,
}) => {
  const doomed = await createConnectedWorkspace(db, master, { media: 50_000 });
  const { recipients, now } = telling({ type: "system" });
  const run = { runId: newId(), requestId: newId(), giveUpAt: now() };
  const subject = { kind: "workspace", keys: { workspaceId: doomed.id } };
  await db.transaction((tx) =>
    recipients.plan(tx, run, subject, { deregisterNumber: false, deleteTemplates: false }),
  );
  const pages = await db
    .select({ targets: calls.targets, length: sql<number>`length(${calls.sealed})` })
    .from(calls)
    .where(eq(calls.act, "delete_media"));
  expect(pages).toHaveLength(100);
  expect(Math.max(...pages.map(({ targets }) => targets))).toBe(500);
  expect(Math.max(...pages.map(({ length }) => length))).toBeLessThan(40_000);
}, 120_000);

/** Works through all that is due, as workers do, until nothing is. */
async function makeCalls(ctx: CallContext): Promise<void> {
  for (;;) {
    const due = await dueCalls(ctx);
    if (due.length === 0) return;
    for (const callId of due) while ((await callRecipient(ctx, callId)) === "again");
  }
}

async function dueCalls(ctx: CallContext): Promise<string[]> {
  const due: string[] = [];
  const jobs: CallContext["jobs"] = {
    async enqueue(_tx, ...enqueued) {
      for (const job of enqueued) if (job.queue === "call-recipient") due.push(job.data.callId);
    },
  };
  await sweepCalls({ ...ctx, jobs });
  return due;
}

class Killed extends Error {}

/** A context whose process dies when it would record its n-th call. */
function killedAtItsRecord(ctx: CallContext, records: number): CallContext {
  let left = records + 1;
  const db = new Proxy(ctx.db, {
    get(target, name, receiver) {
      // The first update takes the row.
      if (name === "update" && left-- <= 0) throw new Killed("killed before the record");
      return Reflect.get(target, name, receiver);
    },
  });
  return { ...ctx, db };
}

function said(received: readonly Received[], token: string): string[] {
  return received
    .filter(({ authorization }) => authorization === `Bearer ${token}`)
    .map(({ method, target }) => `${method} ${target}`);
}

async function schedule(
  telling: (actor: { type: "owner"; userId: string }) => ErasureContext,
  { id, slug, ownerId }: ConnectedWorkspace,
  choices?: { deregisterNumber: boolean; deleteTemplates: boolean },
): Promise<{ code: string; requestId: string }> {
  const ctx = telling({ type: "owner", userId: ownerId });
  const { confirmationCode: code } = await scheduleWorkspaceErasure(ctx, {
    workspaceId: id,
    confirmSlug: slug,
    ...(choices === undefined ? {} : { choices }),
  });
  return { code, requestId: await idOf(ctx, code) };
}

async function idOf({ db }: ErasureContext, code: string): Promise<string> {
  const [request] = await db
    .select({ id: erasureRequests.id })
    .from(erasureRequests)
    .where(eq(erasureRequests.confirmationCode, code));
  return request?.id ?? "";
}

async function hasOpen(db: CallContext["db"]): Promise<boolean> {
  return (await db.select().from(calls).where(eq(calls.state, "pending"))).length > 0;
}

async function sealedRows(db: CallContext["db"]): Promise<number> {
  const rows = await db.select({ sealed: calls.sealed }).from(calls);
  return rows.filter(({ sealed }) => sealed !== null).length;
}

async function mediaOutcome(ctx: CallContext, requestId: string) {
  return (await readRecipients(ctx, requestId)).find(({ act }) => act === "delete_media");
}
