import type { Page } from "@playwright/test";
import type { Sql } from "postgres";
import { privacyRequestsMessages } from "@/components/crm/messages/privacy-requests-messages";
import { caseMessages } from "@/components/operator/messages/case-messages";
import { deskMessages } from "@/components/operator/messages/desk-messages";
import { fillMessage } from "@/components/ui/fill-message";
import { orchardRow } from "@/lib/policy/profiles/orchard-row";
import { mails } from "@/messages/en/mails";
import { status } from "@/messages/en/status";
import { verification } from "@/messages/en/verification";
import { sendToDemo } from "../scripts/mail-send/send-to-demo";
import { confirmByMail } from "./fixtures/confirm-by-mail";
import type { Business } from "./fixtures/create-business";
import { ends, startedFor } from "./fixtures/ends";
import { expectAccessible, expectAccessibleInEveryLook } from "./fixtures/expect-accessible";
import { fingerprint } from "./fixtures/fingerprint";
import { linkIn, verificationLink } from "./fixtures/inbox";
import { fillRequestForm, sendRequestForm } from "./fixtures/request-form";
import { expect, test } from "./fixtures/test";
import { tracesOf } from "./fixtures/traces-of";

// The demo's own vendor sends customers to the business; this one asks the business for them.
test.use({ profile: orchardRow.name });
test.describe.configure({ mode: "default", timeout: 400_000 });

const { states, reasons, erase, refuse, proved, claimed } = privacyRequestsMessages;
const { controllers: asked } = caseMessages;
const goOn = { name: verification.valid.button };

test("a customer's request goes to each business that has them: one erases, one refuses when it is reminded, and everybody sees how it ends", async ({
  page,
  openBrowser,
  signIn,
  createBusiness,
  inbox,
  db,
  sql,
}) => {
  const [erasing, refusing, neighbour] = [
    await createBusiness(),
    await createBusiness(),
    await createBusiness(),
  ];
  const email = `customer-of-${erasing.slug}@example.test`;
  const phone = `+1555${String(Date.now()).slice(-7)}`;
  await sql`update contacts set email = ${email} where id = ${firstContact(erasing)}`;
  await sql`update contacts set phone = ${phone} where id = ${firstContact(refusing)}`;
  const before = [await fingerprint(db, refusing.id), await fingerprint(db, neighbour.id)];

  await fillRequestForm(page, {
    requester: "end_customer",
    concern: "customer_records",
    ...{ email, whatsappNumber: phone, businessName: "Tea House", fullName: "Ada" },
  });
  await sendRequestForm(page);
  const link = await verificationLink(inbox, email);
  expect(await tasks(sql), "an address alone asks nobody").toEqual([]);
  await page.goto(link);
  await page.getByRole("button", goOn).click();
  const code = await ends(page, "in_review");
  const received = await inbox.mail(email, new RegExp(mails.received.subject));
  expect(received.text).toContain(mails.received.review.forwarding);
  const told = `${await page.locator("body").textContent()} ${received.text}`;
  for (const { slug } of [erasing, refusing]) expect(told).not.toContain(slug);

  await test.step("the business that has the address erases; nobody else can", async () => {
    const [owner, agent, other] = [await openBrowser(), await openBrowser(), await openBrowser()];
    await signIn(owner, erasing.ownerEmail);
    await owner.goto(`/${erasing.slug}/privacy-requests`);
    await expectAccessible(owner);
    await openTask(owner);
    await expect(owner.getByText(email).first()).toBeVisible();
    await expect(owner.getByText(proved)).toBeVisible();
    await expectAccessibleInEveryLook(owner);

    await signIn(agent, erasing.agentEmail);
    await agent.goto(owner.url());
    await expect(agent.getByText(privacyRequestsMessages.agent)).toBeVisible();
    await expect(agent.getByRole("button", { name: erase.button })).toHaveCount(0);
    await signIn(other, neighbour.ownerEmail);
    expect((await other.request.get(owner.url())).status()).toBe(404);
    await other.goto(`/${neighbour.slug}/privacy-requests`);
    await expect(other.getByText(privacyRequestsMessages.empty)).toBeVisible();

    // Without the tick the browser sends nothing.
    await owner.getByRole("button", { name: erase.button }).click();
    expect(await tasks(sql)).toEqual(["open", "open"]);
    await owner.getByRole("checkbox", { name: erase.sure }).check();
    await owner.getByRole("button", { name: erase.button }).click();
    await expect(owner.getByRole("button", { name: erase.button })).toHaveCount(0);
    await showsSoon(owner, states.erased);
    expect(await sql`select id from contacts where id = ${firstContact(erasing)}`).toEqual([]);
  });

  const staff = await openBrowser();
  await signIn(staff, "operator@lethe.test");
  await staff.goto(`/operator/requests/${code}`);
  const answers = staff.getByRole("region", { name: asked.title });
  await expect(answers.getByRole("row").filter({ hasText: erasing.slug })).toContainText(
    asked.states.erased,
  );
  await expect(answers.getByRole("row").filter({ hasText: refusing.slug })).toContainText(
    asked.states.open,
  );
  await expectAccessible(staff);
  await page.reload();
  await ends(page, "in_review");

  await test.step("the other is reminded, and refuses with a reason", async () => {
    await sql`
      update controller_tasks set due_at = now() + interval '2 days'
      where controller_id = ${refusing.id}`;
    const { subject } = mails.due.controllers;
    const reminder = await inbox.mail(refusing.ownerEmail, new RegExp(subject), 90_000);
    expect(await inbox.mailsTo(refusing.agentEmail)).toEqual([]);
    expect(reminder.text).not.toContain(email);
    const owner = await openBrowser();
    await signIn(owner, refusing.ownerEmail);
    await owner.goto(linkIn(reminder, `/${refusing.slug}/privacy-requests`));
    await openTask(owner);
    await expect(owner.getByText(claimed)).toBeVisible();
    await owner.getByRole("radio", { name: reasons.legal_claims }).check();
    await owner.getByRole("button", { name: refuse.button }).click();
    await expect(owner.getByText(`${states.refused}: ${reasons.legal_claims}`)).toBeVisible();
    await expect(owner.getByRole("button", { name: refuse.button })).toHaveCount(0);
  });

  await page.reload();
  await ends(page, "completed_with_retentions");
  await expect(page.getByText(status.refusals.legal_claims)).toBeVisible();
  await expectAccessible(page);
  const last = await inbox.mail(email, new RegExp(mails.completed.subjectWithKept));
  expect(last.text).toContain(code);
  expect(last.text).toContain(mails.refused.reasons.legal_claims.reason);
  for (const { slug } of [erasing, refusing]) expect(last.text).not.toContain(slug);
  await staff.reload();
  await expect(answers.getByRole("row").filter({ hasText: refusing.slug })).toContainText(
    fillMessage(asked.refused, { reason: deskMessages.refusalReasons.legal_claims }),
  );
  await expect(
    staff.getByText(deskMessages.states.completed_with_retentions).first(),
  ).toBeVisible();

  await expect.poll(() => tracesOf(sql, [email])).toEqual([]);
  expect([await fingerprint(db, refusing.id), await fingerprint(db, neighbour.id)]).toEqual(before);
});

test("a customer who writes a mail is passed on like any other, and is refused for the reason that the business gives", async ({
  page,
  openBrowser,
  signIn,
  createBusiness,
  demo,
  inbox,
  db,
  sql,
}) => {
  const mine = await createBusiness();
  const from = `customer-of-${mine.slug}@example.test`;
  await sql`update contacts set email = ${from} where id = ${firstContact(mine)}`;
  const before = await fingerprint(db, mine.id);
  const to = [orchardRow.company.privacyEmail];
  const mail = { from, to, subject: "Delete my data", text: "The shop wrote to me." };
  expect(await sendToDemo(demo, mail)).toMatchObject({ status: 200 });
  await confirmByMail(page, inbox, from);
  const code = await ends(page, "in_review");

  const owner = await openBrowser();
  await signIn(owner, mine.ownerEmail);
  await owner.goto(`/${mine.slug}/privacy-requests`);
  await openTask(owner);
  await owner.getByRole("radio", { name: reasons.legal_obligation }).check();
  await owner.getByRole("button", { name: refuse.button }).click();
  await expect(owner.getByText(`${states.refused}: ${reasons.legal_obligation}`)).toBeVisible();

  await page.reload();
  await ends(page, "refused");
  await expect(page.getByText(status.refusals.legal_obligation)).toBeVisible();
  const last = await inbox.mail(from, new RegExp(mails.refused.subject));
  expect(last.text).toContain(mails.refused.reasons.legal_obligation.reason);
  expect(last.text).not.toContain(mine.slug);
  expect(await startedFor(sql, code)).toEqual({ runs: 0, jobs: 0 });
  expect(await fingerprint(db, mine.id)).toEqual(before);
});

test("somebody whom no business has hears the same, and after a week that it is over", async ({
  page,
  inbox,
  sql,
}) => {
  const email = `nobody-${Date.now()}@example.test`;
  await fillRequestForm(page, {
    requester: "end_customer",
    concern: "customer_records",
    ...{ email, businessName: "Tea House", fullName: "Ada" },
  });
  await sendRequestForm(page);
  await confirmByMail(page, inbox, email);
  const code = await ends(page, "in_review");
  const received = await inbox.mail(email, new RegExp(mails.received.subject));
  expect(received.text).toContain(mails.received.review.forwarding);

  await sql`
    update erasure_requests set verified_at = verified_at - interval '7 days'
    where confirmation_code = ${code}`;
  await ends(page, "completed");
  expect((await inbox.mail(email, new RegExp(mails.completed.subject))).text).toContain(code);
  expect(await startedFor(sql, code)).toEqual({ runs: 0, jobs: 0 });
});

function firstContact({ contactIds }: Business): string {
  return contactIds[0] ?? "";
}

/** Opens the one request that a business has to answer. */
async function openTask(page: Page): Promise<void> {
  const waiting = page.getByRole("row").filter({ hasText: states.open });
  await waiting.getByRole("link").click();
  await expect(
    page.getByRole("heading", { level: 1, name: privacyRequestsMessages.heading }),
  ).toBeVisible();
}

/** Loads a page again until it says so. */
async function showsSoon(page: Page, text: string): Promise<void> {
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(text, { exact: true })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
}

async function tasks(sql: Sql): Promise<string[]> {
  const found = await sql<{ state: string }[]>`
    select state::text from controller_tasks order by id`;
  return found.map(({ state }) => state);
}
