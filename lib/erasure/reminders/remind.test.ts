import { eq } from "drizzle-orm";
import type { PgBoss } from "pg-boss";
import { contacts, controllerTasks, dueMarks, erasureMails, erasureRequests } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import type { OutgoingMail } from "@/lib/mail/mailer";
import { sendNotice } from "@/lib/mail/send-notice";
import { erasureRules } from "@/lib/policy/erasure-rules";
import { orchardRow } from "@/lib/policy/profiles/orchard-row";
import { createWorkspace } from "@/lib/testing/create-workspace";
import { test as erasureTest, expect } from "@/lib/testing/erasure-test";
import type { ErasureContext, NoticeRef } from "../context";
import { openFormRequest } from "../open-form-request";
import { openSealedRequest } from "../sealed-request";
import { verifyRequest } from "../verify-request";
import { remind } from "./remind";

const day = 24 * 60 * 60 * 1000;
const privacy = orchardRow.company.privacyEmail;

type Told = { day: number; to: string; text: string };

const test = erasureTest.extend<{
  ctx: ErasureContext;
  /** Lets days pass, with two workers at work on each, and tells who was written to and when. */
  passing: (days: number, options?: { workers: number }) => Promise<Told[]>;
}>({
  ctx: async ({ system }, use) => use({ ...system, rules: erasureRules(orchardRow) }),
  passing: async ({ ctx, clock, boss }, use) => {
    let passed = 0;
    await use(async (days, { workers } = { workers: 2 }) => {
      const told: Told[] = [];
      for (let each = 0; each < days; each += 1) {
        clock.advance(day);
        passed += 1;
        await Promise.all(Array.from({ length: workers }, () => remind(ctx)));
        if (workers === 0) continue;
        for (const { to, text } of await sendNotices(ctx, boss)) {
          told.push({ day: passed, to, text });
        }
      }
      return told;
    });
  },
});

test("businesses and operators are told 7, 3 and 1 days before and when it is late, once each", async ({
  db,
  ctx,
  passing,
}) => {
  const [asked, neighbour] = [await createWorkspace(db), await createWorkspace(db)];
  const { id, confirmationCode } = await ask(ctx, asked.contactIds[0] ?? "");
  await acknowledge(ctx, id);
  const [task] = await db.select().from(controllerTasks);
  expect(task?.controllerId).toBe(asked.id);
  const daysUntil = (date: Date | undefined) => (+(date ?? 0) - +ctx.now()) / day;
  const [answerDue, due] = [daysUntil(task?.dueAt), daysUntil(await dueAtOf(ctx, id))];

  const told = await passing(40);

  const daysOf = (address: string) => told.filter(({ to }) => to === address).map((one) => one.day);
  expect(daysOf(asked.ownerEmail)).toEqual([
    answerDue - 7,
    answerDue - 3,
    answerDue - 1,
    answerDue,
  ]);
  expect(daysOf(privacy)).toEqual([due - 7, due - 3, due - 1, due].toSorted((a, b) => a - b));
  expect(answerDue).toBe(due - 3);
  expect(told.map(({ to }) => to)).not.toContain(neighbour.ownerEmail);
  expect(told.map(({ to }) => to)).not.toContain(`agent@${asked.slug}.test`);
  for (const { to, text } of told) {
    expect(text).not.toContain("ada@example.test");
    if (to === privacy) expect(text).toContain(confirmationCode);
    else expect(text).toContain(`/${asked.slug}/privacy-requests`);
  }
  const both = told.find((one) => one.to === privacy && one.day === due - 3);
  expect(both?.text).toContain("a business was to answer by");
  expect(told.find((one) => one.to === privacy && one.day === due)?.text).toContain(
    "is not finished",
  );
});

test("a week without a worker brings the nearest reminder alone, and a moved deadline its own", async ({
  db,
  ctx,
  passing,
}) => {
  const asked = await createWorkspace(db);
  const { id } = await ask(ctx, asked.contactIds[0] ?? "");
  await acknowledge(ctx, id);
  await db.update(controllerTasks).set({ state: "refused", refusalReason: "legal_claims" });
  const due = (+(await dueAtOf(ctx, id)) - +ctx.now()) / day;

  expect(await passing(due - 8)).toEqual([]);
  expect(await passing(6, { workers: 0 })).toEqual([]);
  expect((await passing(1)).map(({ day: on }) => on)).toEqual([due - 1]);

  const moved = new Date(+(await dueAtOf(ctx, id)) + 8 * day);
  await db.update(erasureRequests).set({ dueAt: moved }).where(eq(erasureRequests.id, id));
  expect((await passing(12)).map(({ day: on }) => on)).toEqual([
    due + 1,
    due + 5,
    due + 7,
    due + 8,
  ]);
  const marks = await db.select().from(dueMarks).where(eq(dueMarks.itemId, id));
  expect(marks).toHaveLength(5);
});

test("an acknowledgement that did not go out is told of; one that waits for its grace is not", async ({
  db,
  ctx,
  passing,
}) => {
  const asked = await createWorkspace(db);
  const { id } = await ask(ctx, asked.contactIds[0] ?? "");
  const later = new Date(+ctx.now() + 400 * day);
  await db
    .update(erasureRequests)
    .set({ state: "scheduled", dueAt: new Date(+ctx.now() + 12 * day), purgeAfter: later })
    .where(eq(erasureRequests.id, id));
  await db.delete(controllerTasks);

  const told = await passing(14);

  const acknowledgeDays = ctx.rules.acknowledgeWithinHours / 24;
  expect(told.map(({ day: on }) => on)).toEqual([acknowledgeDays, 12]);
  expect(told[0]?.text).toContain("its mail was to go out by");
});

async function sendNotices(ctx: ErasureContext, boss: PgBoss): Promise<OutgoingMail[]> {
  const sent: OutgoingMail[] = [];
  const mailer = {
    async send(mail: OutgoingMail) {
      sent.push(mail);
      return { ok: true as const, providerId: mail.id };
    },
  };
  const jobs = await boss.fetch<NoticeRef>("send-notice", { batchSize: 100 });
  for (const { id, data } of jobs) {
    await sendNotice({ ...ctx, mailer, appUrl: "https://app.example.test" }, data);
    await boss.complete("send-notice", id);
  }
  return sent;
}

/** A customer's request, forwarded to the business that has this contact. */
async function ask(ctx: ErasureContext, contactId: string) {
  const email = "ada@example.test";
  await ctx.db.update(contacts).set({ email }).where(eq(contacts.id, contactId));
  await openFormRequest(ctx, {
    email,
    requester: "end_customer",
    concern: "customer_records",
    businessName: "Tea House",
    statement: true,
  });
  const [opened] = await ctx.db.select().from(erasureRequests);
  if (opened === undefined) throw new Error("Nobody has asked.");
  const content = await openSealedRequest(ctx.vault, opened.id, opened.sealed);
  await verifyRequest(ctx, content.verificationToken ?? "");
  return opened;
}

async function dueAtOf({ db }: ErasureContext, id: string): Promise<Date> {
  const [request] = await db.select().from(erasureRequests).where(eq(erasureRequests.id, id));
  if (request === undefined) throw new Error("The request is gone.");
  return request.dueAt;
}

async function acknowledge({ db, now }: ErasureContext, requestId: string): Promise<void> {
  await db
    .update(erasureMails)
    .set({ state: "sent", providerId: newId(), sentAt: now() })
    .where(eq(erasureMails.requestId, requestId));
}
