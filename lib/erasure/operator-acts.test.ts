import { asc, eq } from "drizzle-orm";
import { describe } from "vitest";
import { erasureActs, erasureMails, erasureRequests, erasureRuns, users } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { expect, test } from "@/lib/testing/erasure-test";
import { fingerprintAll } from "@/lib/testing/fingerprint";
import { answerQuestion } from "./answer-question";
import { approveRequest } from "./approve-request";
import { askRequester } from "./ask-requester";
import { cancelRequest } from "./cancel-request";
import type { Actor, Db, ErasureContext } from "./context";
import { describeQuestion } from "./describe-question";
import { findByIdentifier, openDetails } from "./desk";
import { extendDeadline } from "./extend-deadline";
import { mergeRequests } from "./merge-requests";
import { openFormRequest } from "./open-form-request";
import { pausePurges, resumePurges } from "./pause-purges";
import { refuseRequest } from "./refuse-request";
import { retryRun } from "./retry-run";
import { openSealedRequest } from "./sealed-request";
import { startNow } from "./start-now";
import { advanceToEnd } from "./testing/advance-to-end";
import { verifyIdentity } from "./verify-identity";
import { verifyRequest } from "./verify-request";

const day = 24 * 60 * 60_000;

describe("the operators' acts", () => {
  test("a request is verified by people, asked about, answered once, and goes", async ({
    db,
    sql,
    as,
  }) => {
    const [mine, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
    const [public_, operator] = [as({ type: "requester" }), as(someOperator())];
    const email = await emailOf(db, mine.agentId);
    await ask(public_, email);
    const { id: requestId } = await onlyRequest(db);
    const oldLink = (await sealedOf(public_, requestId)).verificationToken ?? "";

    await verifyIdentity(operator, { requestId });

    expect(await onlyRequest(db)).toMatchObject({ state: "in_review", subjectId: null });
    expect(await verifyRequest(public_, oldLink)).toMatchObject({ state: "used" });
    await askRequester(operator, { requestId, text: "Since when have you had this account?" });
    await expect(askRequester(operator, { requestId, text: "And why?" })).rejects.toMatchObject({
      reason: "already_asked",
    });
    expect(await mailsOf(db, requestId)).toEqual(["verify", "received", "question"]);
    const { questions } = await sealedOf(public_, requestId);
    const token = questions?.[0]?.replyToken ?? "";
    expect(await describeQuestion(public_, token)).toMatchObject({
      state: "open",
      text: "Since when have you had this account?",
    });
    const answers = ["Since May 2024.", "Somebody else's answer."];
    for (const answer of answers) {
      expect(await answerQuestion(public_, { token, answer })).toMatchObject({ state: "answered" });
    }
    const [answered] = (await sealedOf(public_, requestId)).questions ?? [];
    expect(answered).toMatchObject({ answer: "Since May 2024." });
    expect(answered).not.toHaveProperty("replyToken");

    await approveRequest(operator, { requestId, subjectId: mine.agentId });
    expect(await advanceToEnd(operator, requestId)).toBe("finished");
    expect(await db.$count(users, eq(users.id, mine.agentId))).toBe(0);
    expect(await db.$count(users, eq(users.id, neighbour.agentId))).toBe(1);
    expect((await actsOf(db)).map(({ kind }) => kind)).toEqual([
      "identity_verified",
      "question_asked",
      "question_answered",
      "approved",
    ]);
    const ledger = JSON.stringify([await actsOf(db), await onlyRequest(db)]);
    for (const word of [email, "May 2024", "Since when"]) expect(ledger).not.toContain(word);
    expect(await sql`select 1 from pgboss.job where data::text ilike ${`%${email}%`}`).toEqual([]);
  });

  test("who refused or cancelled is written down beside what became of it", async ({ db, as }) => {
    const [public_, refusing, cancelling] = [
      as({ type: "requester" }),
      as(someOperator()),
      as(someOperator()),
    ];
    for (const email of ["one@example.test", "other@example.test"]) {
      await openFormRequest(public_, {
        ...{ email, requester: "representative", concern: "account", statement: true },
      });
    }
    const requests = await db.select().from(erasureRequests).orderBy(asc(erasureRequests.id));
    const [one = "", other = ""] = requests.map(({ id }) => id);
    await verifyIdentity(refusing, { requestId: one });
    await refuseRequest(refusing, { requestId: one, reason: "not_authorised" });
    await cancelRequest(cancelling, { requestId: other });
    await expect(cancelRequest(refusing, { requestId: other })).rejects.toMatchObject({
      code: "wrong_state",
    });

    const told = (await actsOf(db)).map((act) => [act.kind, act.requestId, act.actorUserId]);
    expect(told).toEqual([
      ["identity_verified", one, idOf(refusing)],
      ["refused", one, idOf(refusing)],
      ["cancelled", other, idOf(cancelling)],
    ]);
    expect((await actsOf(db))[1]?.detail).toEqual({ reason: "not_authorised" });
  });

  test("whom a representative names in an answer can be chosen, and nobody else is found", async ({
    db,
    as,
  }) => {
    const [mine, other] = [await createWorkspace(db), await createWorkspace(db)];
    const [public_, operator] = [as({ type: "requester" }), as(someOperator())];
    await openFormRequest(public_, {
      ...{ email: "lawyer@example.test", requester: "representative", concern: "account" },
      statement: true,
    });
    const { id: requestId } = await onlyRequest(db);
    await verifyIdentity(operator, { requestId });
    await askRequester(operator, { requestId, text: "For whom?" });
    expect((await openDetails(operator, { requestId })).candidates).toEqual([]);
    const [{ replyToken = "" } = {}] = (await sealedOf(public_, requestId)).questions ?? [];
    const named = (await emailOf(db, mine.agentId)).toUpperCase();
    const answer = `For <${named}>, not for ${"x".repeat(300)}@example.test, or me@ or @you.`;
    await answerQuestion(public_, { token: replyToken, answer });

    expect((await openDetails(operator, { requestId })).candidates).toMatchObject([
      { subjectId: mine.agentId, notes: ["named"] },
    ]);
    await approveRequest(operator, { requestId, subjectId: mine.agentId });
    expect(await advanceToEnd(operator, requestId)).toBe("finished");
    expect(await db.$count(users, eq(users.id, mine.agentId))).toBe(0);
    expect(await db.$count(users, eq(users.id, other.agentId))).toBe(1);
  });

  test("a deadline moves once, for a reason that is mailed, before it is too late", async ({
    db,
    as,
    clock,
  }) => {
    const operator = as(someOperator());
    await ask(as({ type: "requester" }), "me@example.test");
    const { id: requestId, dueAt } = await onlyRequest(db);
    const more = { requestId, reason: "complexity", days: 30 } as const;
    await expect(extendDeadline(operator, more)).rejects.toMatchObject({ code: "wrong_state" });
    await verifyIdentity(operator, { requestId });

    await expect(extendDeadline(operator, { ...more, days: 31 })).rejects.toMatchObject({
      reason: "not_offered",
    });
    clock.advance(29 * day);
    expect(+(await extendDeadline(operator, more)) - +dueAt).toBe(30 * day);
    await expect(extendDeadline(operator, more)).rejects.toMatchObject({
      reason: "already_extended",
    });

    expect(await onlyRequest(db)).toMatchObject({
      firstDueAt: dueAt,
      extensionReason: "complexity",
    });
    expect(await mailsOf(db, requestId)).toContain("extended");
    await ask(as({ type: "requester" }), "other@example.test");
    const [other] = await db
      .select()
      .from(erasureRequests)
      .where(eq(erasureRequests.state, "unverified"));
    await verifyIdentity(operator, { requestId: other?.id ?? "" });
    clock.advance(31 * day);
    await expect(
      extendDeadline(operator, { ...more, requestId: other?.id ?? "" }),
    ).rejects.toMatchObject({ reason: "too_late" });
  });

  test("a duplicate is closed in favour of the other, whose earlier deadline counts", async ({
    db,
    as,
    clock,
  }) => {
    const operator = as(someOperator());
    const { slug } = await createWorkspace(db);
    await ask(as({ type: "requester" }), "me@example.test");
    clock.advance(day);
    await openFormRequest(as({ type: "requester" }), {
      ...{ email: "me@example.test", requester: "representative", statement: true },
      ...{ concern: "account", whatsappNumber: "+49 30 1234567" },
    });
    await openFormRequest(as({ type: "requester" }), {
      ...{ email: "me@example.test", requester: "workspace_admin", statement: true },
      ...{ concern: "workspace", workspaceSlug: slug },
    });
    const all = await db.select().from(erasureRequests).orderBy(asc(erasureRequests.receivedAt));
    const accounts = all.filter(({ subjectKind }) => subjectKind === "account");
    const workspace = all.find(({ subjectKind }) => subjectKind === "workspace");
    const [first, second] = accounts;
    if (!first || !second || !workspace) throw new Error("Three requests were opened.");

    await expect(
      mergeRequests(operator, { duplicateId: workspace.id, intoId: first.id }),
    ).rejects.toMatchObject({ reason: "not_a_duplicate" });
    await mergeRequests(operator, { duplicateId: first.id, intoId: second.id });

    const after = new Map((await db.select().from(erasureRequests)).map((row) => [row.id, row]));
    expect(after.get(first.id)).toMatchObject({ state: "cancelled", mergedIntoId: second.id });
    expect(after.get(first.id)).toMatchObject({ sealed: null, addressDigest: null });
    expect(after.get(second.id)).toMatchObject({ state: "unverified", dueAt: first.dueAt });
    expect(after.get(workspace.id)).toEqual(workspace);
    const found = await findByIdentifier(operator, "0049 30 123 45 67");
    expect(found.map(({ id }) => id)).toEqual([second.id]);
    expect(await findByIdentifier(operator, "+49 30 1234568")).toEqual([]);
  });

  test("a failed run is tried again, a scheduled one starts at once, and neither while all are paused", async ({
    db,
    sql,
    as,
  }) => {
    const { agentId } = await createWorkspace(db);
    const operator = as(someOperator());
    await ask(as({ type: "requester" }), await emailOf(db, agentId));
    const { id: requestId } = await onlyRequest(db);
    await verifyIdentity(operator, { requestId });
    await approveRequest(operator, { requestId, subjectId: agentId });
    await sql`delete from pgboss.job where name = 'advance-run'`;
    const enqueued = async () =>
      (await sql`select id from pgboss.job where name = 'advance-run'`).length;

    await pausePurges(operator);
    await expect(startNow(operator, { requestId })).rejects.toMatchObject({ reason: "paused" });
    expect(await enqueued()).toBe(0);
    await resumePurges(operator);
    await startNow(operator, { requestId });
    expect(await enqueued()).toBe(1);
    await expect(retryRun(operator, { requestId })).rejects.toMatchObject({ code: "wrong_state" });

    await advanceToEnd(operator, requestId);
    const [run] = await db.select().from(erasureRuns);
    await db.update(erasureRuns).set({ state: "failed" });
    await db.update(erasureRequests).set({ state: "failed", closedAt: null });
    await sql`delete from pgboss.job where name = 'advance-run'`;
    await retryRun(operator, { requestId });
    expect(await enqueued()).toBe(1);
    expect(await onlyRequest(db)).toMatchObject({ state: "purging" });
    expect(await db.select().from(erasureRuns)).toMatchObject([{ id: run?.id, state: "purging" }]);
  });

  test.for<Actor>([
    { type: "requester" },
    { type: "owner", userId: newId() },
    { type: "agent", userId: newId() },
    { type: "system" },
  ])("none is done for anybody but an operator: $type", async (actor, { db, sql, as }) => {
    await ask(as({ type: "requester" }), "me@example.test");
    const { id: requestId } = await onlyRequest(db);
    const [before, jobs] = [await everything(db), await sql`select id from pgboss.job`];
    const ctx = as(actor);

    const acts = [
      verifyIdentity(ctx, { requestId }),
      askRequester(ctx, { requestId, text: "Who are you, please?" }),
      extendDeadline(ctx, { requestId, reason: "complexity", days: 1 }),
      mergeRequests(ctx, { duplicateId: requestId, intoId: requestId }),
      retryRun(ctx, { requestId }),
      startNow(ctx, { requestId }),
      findByIdentifier(ctx, "me@example.test"),
    ];
    for (const act of acts) await expect(act).rejects.toMatchObject({ code: "not_authorised" });

    expect(await everything(db)).toEqual(before);
    expect(await sql`select id from pgboss.job`).toEqual(jobs);
  });
});

function idOf({ actor }: ErasureContext): string | null {
  return "userId" in actor ? actor.userId : null;
}

function someOperator(): Actor {
  return { type: "operator", userId: newId() };
}

async function ask(ctx: ErasureContext, email: string): Promise<void> {
  await openFormRequest(ctx, {
    ...{ email, requester: "workspace_admin", concern: "account", statement: true },
  });
}

async function everything(db: Db) {
  return [
    await fingerprintAll(db),
    await db.select().from(erasureRequests),
    await db.select().from(erasureMails),
    await actsOf(db),
  ];
}

async function onlyRequest(db: Db) {
  const [request, ...more] = await db.select().from(erasureRequests);
  if (request === undefined || more.length > 0) throw new Error("There is not one request.");
  return request;
}

async function actsOf(db: Db) {
  return await db.select().from(erasureActs).orderBy(asc(erasureActs.id));
}

async function mailsOf(db: Db, requestId: string): Promise<string[]> {
  const mails = await db
    .select({ message: erasureMails.message })
    .from(erasureMails)
    .where(eq(erasureMails.requestId, requestId))
    .orderBy(asc(erasureMails.id));
  return mails.map(({ message }) => message);
}

async function sealedOf(ctx: ErasureContext, requestId: string) {
  const [request] = await ctx.db
    .select({ sealed: erasureRequests.sealed })
    .from(erasureRequests)
    .where(eq(erasureRequests.id, requestId));
  return await openSealedRequest(ctx.vault, requestId, request?.sealed ?? null);
}

async function emailOf(db: Db, userId: string): Promise<string> {
  const [user] = await db.select({ email: users.email }).from(users).where(eq(users.id, userId));
  return user?.email ?? "";
}
