import type { Page } from "@playwright/test";
import { privacyRequestsMessages } from "@/components/crm/messages/privacy-requests-messages";
import { orchardRow } from "@/lib/policy/profiles/orchard-row";
import { mails } from "@/messages/en/mails";
import { status } from "@/messages/en/status";
import { verification } from "@/messages/en/verification";
import { sendToDemo } from "../scripts/mail-send/send-to-demo";
import type { Business } from "./fixtures/create-business";
import { ends, startedFor } from "./fixtures/ends";
import { fingerprint } from "./fixtures/fingerprint";
import { verificationLink } from "./fixtures/inbox";
import { fillRequestForm, sendRequestForm } from "./fixtures/request-form";
import { expect, test } from "./fixtures/test";

// The demo's own vendor sends customers to the business; this one asks the business for them.
test.use({ profile: orchardRow.name });
test.describe.configure({ mode: "default", timeout: 400_000 });

const { states, reasons, refuse } = privacyRequestsMessages;
const goOn = { name: verification.valid.button };

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
  await page.goto(await verificationLink(inbox, from));
  await page.getByRole("button", goOn).click();
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
  await page.goto(await verificationLink(inbox, email));
  await page.getByRole("button", goOn).click();
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
