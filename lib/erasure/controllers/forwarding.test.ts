import { eq } from "drizzle-orm";
import { describe } from "vitest";
import { contacts, controllerTasks, erasureMails, erasureRequests } from "@/db/schema";
import { erasureRules } from "@/lib/policy/erasure-rules";
import { orchardRow } from "@/lib/policy/profiles/orchard-row";
import { createWorkspace, type TestWorkspace } from "@/lib/testing/create-workspace";
import { test as erasureTest, expect } from "@/lib/testing/erasure-test";
import { fingerprint, fingerprintAll } from "@/lib/testing/fingerprint";
import { advanceRun } from "../advance-run";
import { cancelRequest } from "../cancel-request";
import type { Actor, ErasureContext } from "../context";
import { readCase } from "../desk";
import { openFormRequest } from "../open-form-request";
import { readRequestStatus } from "../read-request-status";
import { refuseRequest } from "../refuse-request";
import { openSealedRequest } from "../sealed-request";
import { verifyRequest } from "../verify-request";
import { eraseForTask } from "./erase-for-task";
import { listControllerTasks, readControllerTask } from "./list-controller-tasks";
import { refuseTask } from "./refuse-task";
import { settleForwarded } from "./settle-forwarded";

const day = 24 * 60 * 60 * 1000;
const operator = { type: "operator", userId: "00000000-0000-7000-8000-000000000001" } as const;
const email = "ada@example.test";

const test = erasureTest.extend<{ forwarding: (actor: Actor) => ErasureContext }>({
  forwarding: async ({ as }, use) => {
    const rules = erasureRules(orchardRow);
    await use((actor) => ({ ...as(actor), rules }));
  },
});

describe("a customer's verified request", () => {
  test("is a task for each business that has them, and is answered alike whether none has", async ({
    db,
    forwarding,
  }) => {
    const [one, two, neighbour] = [
      await createWorkspace(db),
      await createWorkspace(db),
      await createWorkspace(db),
    ];
    await give(db, one, 0, { email });
    await give(db, two, 1, { phone: "+15550100123" });
    const before = await fingerprint(db, neighbour.id);
    const ctx = forwarding({ type: "requester" });

    const known = await ask(ctx, email, "+1 (555) 010-0123");
    const unknown = await ask(ctx, "nobody@example.test");

    const tasks = await db.select().from(controllerTasks);
    expect(tasks.map((task) => [task.controllerId, task.customerId, task.matchedBy])).toEqual([
      [one.id, one.contactIds[0], "email"],
      [two.id, two.contactIds[1], "phone"],
    ]);
    for (const { dueAt } of tasks) expect(+known.dueAt - +dueAt).toBe(3 * day);
    const seen = async ({ confirmationCode }: typeof known) => {
      const status = await readRequestStatus(ctx, confirmationCode);
      return { ...status, confirmationCode: "" };
    };
    expect(await seen(known)).toEqual(await seen(unknown));
    const mails = await db.select().from(erasureMails);
    expect(mails.map(({ message }) => message)).toEqual([
      "verify",
      "received",
      "verify",
      "received",
    ]);
    expect(await fingerprint(db, neighbour.id)).toEqual(before);
    expect(await listControllerTasks(ctx, neighbour.id)).toEqual([]);
  });

  test("ends when every business has answered, with what each erased gone and nothing else", async ({
    db,
    forwarding,
  }) => {
    const [erasing, refusing] = [await createWorkspace(db), await createWorkspace(db)];
    await give(db, erasing, 0, { email });
    await give(db, refusing, 0, { email });
    const kept = await fingerprint(db, refusing.id);
    const ctx = forwarding({ type: "requester" });
    const request = await ask(ctx, email);
    const asOwner = ({ ownerId: userId }: TestWorkspace) => forwarding({ type: "owner", userId });
    const [task] = await listControllerTasks(ctx, erasing.id);
    const mine = { workspaceId: erasing.id, taskId: task?.id ?? "" };
    expect(await readControllerTask(ctx, mine)).toMatchObject({
      contact: { id: erasing.contactIds[0], email },
      asked: { email },
    });

    await eraseForTask(asOwner(erasing), { ...mine, isTheCustomer: true });
    expect(await settleForwarded(ctx)).toBe(0);
    expect(await stateOf(ctx, request.id)).toBe("in_review");
    const [child] = await db
      .select()
      .from(erasureRequests)
      .where(eq(erasureRequests.channel, "crm"));
    while ((await advanceRun(forwarding({ type: "system" }), child?.id ?? "")) === "again");
    expect(await settleForwarded(ctx), "the other has not answered").toBe(0);

    const [other] = await listControllerTasks(ctx, refusing.id);
    await refuseTask(asOwner(refusing), {
      workspaceId: refusing.id,
      taskId: other?.id ?? "",
      reason: "legal_obligation",
    });

    expect(await stateOf(ctx, request.id)).toBe("completed_with_retentions");
    expect(await settleForwarded(ctx)).toBe(0);
    const seen = await readCase(forwarding(operator), request.confirmationCode);
    expect(seen?.controllers, "the operators see who answered what").toMatchObject([
      { workspaceSlug: erasing.slug, matchedBy: "email", state: "erased", refusalReason: null },
      { workspaceSlug: refusing.slug, state: "refused", refusalReason: "legal_obligation" },
    ]);
    const status = await readRequestStatus(ctx, request.confirmationCode);
    expect(status?.refusalReason).toBe("legal_obligation");
    expect(status?.timeline.map(({ state }) => state)).toEqual([
      ...["unverified", "verified", "in_review", "scheduled", "purging", "verifying"],
      "completed_with_retentions",
    ]);
    expect((await db.select().from(contacts).where(eq(contacts.email, email))).length).toBe(1);
    expect(await fingerprint(db, refusing.id)).toEqual(kept);
    expect((await db.select().from(controllerTasks)).map((one) => one.customerId)).toEqual([
      null,
      null,
    ]);
  });

  test("is refused where all refuse, for the reason they give", async ({ db, forwarding }) => {
    const only = await createWorkspace(db);
    await give(db, only, 0, { email });
    const ctx = forwarding({ type: "requester" });
    const request = await ask(ctx, email);
    const [task] = await listControllerTasks(ctx, only.id);
    const taskId = task?.id ?? "";

    const admin = forwarding({ type: "owner", userId: only.ownerId });
    await refuseTask(admin, { workspaceId: only.id, taskId, reason: "identity_not_verified" });

    expect(await readRequestStatus(ctx, request.confirmationCode)).toMatchObject({
      state: "refused",
      refusalReason: "identity_not_verified",
    });
  });

  test("that no business was asked about ends a week later, as if all had erased", async ({
    db,
    forwarding,
    clock,
  }) => {
    const ctx = forwarding({ type: "system" });
    const request = await ask(ctx, "nobody@example.test");
    clock.advance(7 * day - 1);
    expect(await settleForwarded(ctx)).toBe(0);
    clock.advance(1);
    expect(await settleForwarded(ctx)).toBe(1);
    expect(await stateOf(ctx, request.id)).toBe("completed");
    expect((await db.select().from(erasureMails)).at(-1)?.message).toBe("completed");
  });
});

test("nobody but an owner or admin of that business may answer, and a refusal changes nothing", async ({
  db,
  forwarding,
}) => {
  const [business, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
  await give(db, business, 0, { email });
  await ask(forwarding({ type: "requester" }), email);
  const [task] = await db.select().from(controllerTasks);
  const taskId = task?.id ?? "";
  const before = await fingerprintAll(db);

  const attempts: [Actor, string, string][] = [
    [{ type: "agent", userId: business.agentId }, business.id, "not_authorised"],
    [{ type: "owner", userId: neighbour.ownerId }, business.id, "not_authorised"],
    [{ type: "owner", userId: neighbour.ownerId }, neighbour.id, "not_found"],
    [operator, business.id, "not_authorised"],
    [{ type: "requester" }, business.id, "not_authorised"],
  ];
  for (const [actor, workspaceId, code] of attempts) {
    const ctx = forwarding(actor);
    await expect(
      eraseForTask(ctx, { workspaceId, taskId, isTheCustomer: true }),
    ).rejects.toMatchObject({ code });
    await expect(
      refuseTask(ctx, { workspaceId, taskId, reason: "legal_claims" }),
    ).rejects.toMatchObject({ code });
  }
  expect(
    await readControllerTask(forwarding(operator), { workspaceId: neighbour.id, taskId }),
  ).toBe(null);
  expect(await fingerprintAll(db)).toEqual(before);
  expect(await db.select().from(erasureRequests)).toHaveLength(1);
});

test("a task follows what becomes of its contact and its request otherwise", async ({
  db,
  forwarding,
}) => {
  const business = await createWorkspace(db);
  await give(db, business, 0, { email });
  const ctx = forwarding({ type: "system" });
  const owner = forwarding({ type: "owner", userId: business.ownerId });
  const request = await ask(ctx, email);
  const [task] = await db.select().from(controllerTasks);
  const mine = { workspaceId: business.id, taskId: task?.id ?? "" };

  await eraseForTask(owner, { ...mine, isTheCustomer: true });
  const [child] = await db.select().from(erasureRequests).where(eq(erasureRequests.channel, "crm"));
  await cancelRequest(forwarding(operator), { requestId: child?.id ?? "" });
  await settleForwarded(ctx);
  expect(await readControllerTask(ctx, mine), "called off").toMatchObject({ state: "open" });

  await refuseRequest(forwarding(operator), { requestId: request.id, reason: "legal_claims" });
  await settleForwarded(ctx);
  expect(await readControllerTask(ctx, mine)).toMatchObject({ state: "withdrawn", asked: null });
  await expect(eraseForTask(owner, { ...mine, isTheCustomer: true })).rejects.toMatchObject({
    code: "wrong_state",
  });
});

async function give(
  db: ErasureContext["db"],
  { id, contactIds }: TestWorkspace,
  at: number,
  changes: { email?: string; phone?: string },
): Promise<void> {
  await db
    .update(contacts)
    .set(changes)
    .where(eq(contacts.id, contactIds[at] ?? id));
}

async function ask(ctx: ErasureContext, from: string, whatsappNumber?: string) {
  await openFormRequest(ctx, {
    email: from,
    requester: "end_customer",
    concern: "customer_records",
    businessName: "Tea House",
    statement: true,
    ...(whatsappNumber === undefined ? {} : { whatsappNumber }),
  });
  const newest = async () =>
    (await ctx.db.select().from(erasureRequests).orderBy(erasureRequests.id)).at(-1);
  const opened = await newest();
  const content = await openSealedRequest(ctx.vault, opened?.id ?? "", opened?.sealed ?? null);
  await verifyRequest(ctx, content.verificationToken ?? "");
  const request = await newest();
  if (request === undefined) throw new Error("Nobody has asked.");
  return request;
}

async function stateOf({ db }: ErasureContext, id: string) {
  const [request] = await db.select().from(erasureRequests).where(eq(erasureRequests.id, id));
  return request?.state;
}
