import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { actMessages } from "@/components/operator/messages/act-messages";
import { caseMessages } from "@/components/operator/messages/case-messages";
import { users } from "@/db/schema";
import { answer } from "@/messages/en/answer";
import { form } from "@/messages/en/form";
import { mails } from "@/messages/en/mails";
import { status } from "@/messages/en/status";
import { act } from "./fixtures/act";
import { confirmByMail } from "./fixtures/confirm-by-mail";
import { ends, startedFor } from "./fixtures/ends";
import { fingerprint } from "./fixtures/fingerprint";
import { type Inbox, linkIn } from "./fixtures/inbox";
import { fillRequestForm, sendRequestForm } from "./fixtures/request-form";
import { expect, test } from "./fixtures/test";
import { tracesOf } from "./fixtures/traces-of";

const { acts, fields } = actMessages;
const account = { requester: "workspace_admin", concern: "account" } as const;

const deed = {
  name: "deed.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"),
};

test("an agent has their account deleted; its only owner and somebody unknown are refused by mail", async ({
  page,
  createBusiness,
  inbox,
  db,
  sql,
}) => {
  const mine = await createBusiness();
  const unknown = `nobody@${mine.slug}.test`;
  const before = await fingerprint(db, mine.id);
  for (const [email, why] of [
    [mine.ownerEmail, "sole_owner"],
    [unknown, "no_matching_data"],
  ] as const) {
    await askFor(page, inbox, email);
    const code = await ends(page, "refused");
    await expect(page.getByText(status.refusals[why])).toBeVisible();
    const last = await inbox.mail(email, new RegExp(mails.refused.subject));
    expect(last.text).toContain(mails.refused.reasons[why].next);
    expect(await startedFor(sql, code)).toEqual({ runs: 0, jobs: 0 });
    expect(await fingerprint(db, mine.id)).toEqual(before);
  }

  await askFor(page, inbox, mine.agentEmail);
  const code = await ends(page, "completed_with_retentions");
  const last = await inbox.mail(mine.agentEmail, new RegExp(mails.completed.subject));
  expect(last.text).toContain(code);
  expect(await db.$count(users, eq(users.id, mine.agentId))).toBe(0);
  expect(await db.$count(users, eq(users.id, mine.ownerId))).toBe(1);
  await expect.poll(() => tracesOf(sql, [mine.agentEmail, unknown])).toEqual([]);
});

test("a representative proves it, says for whom when asked, and is told when it is done; nothing of the proof is left", async ({
  page,
  openBrowser,
  signIn,
  createBusiness,
  inbox,
  db,
  files,
  sql,
}) => {
  const mine = await createBusiness();
  const lawyer = `lawyer@${mine.slug}.test`;
  await fillRequestForm(page, { requester: "representative", concern: "account", email: lawyer });
  await page.getByLabel(form.fields.proof.label).setInputFiles(deed);
  await sendRequestForm(page);
  await confirmByMail(page, inbox, lawyer);
  const code = await ends(page, "in_review");
  const [asked] = await sql<{ id: string }[]>`
    select id from erasure_requests where confirmation_code = ${code}`;
  const proofs = `requests/${asked?.id}/`;
  expect(await files.store.countLeft(proofs)).toBe(1);

  const staff = await openBrowser();
  await signIn(staff, "operator@lethe.test");
  await staff.goto(`/operator/requests/${code}`);
  const question = "For whom do you ask?";
  await act(staff, acts.ask, async () => staff.getByLabel(fields.question).fill(question));
  const mail = await inbox.mail(lawyer, new RegExp(mails.question.subject));
  await page.goto(linkIn(mail, "/data-deletion/answer"));
  await page.getByLabel(answer.open.label).fill(`For ${mine.agentEmail}.`);
  await page.getByRole("button", { name: answer.open.button }).click();
  await expect(page.getByRole("heading", { name: answer.answered.heading })).toBeVisible();

  await staff.reload();
  await staff.getByRole("button", { name: caseMessages.asked.open }).click();
  await expect(staff.getByText(caseMessages.candidates.notes.named)).toBeVisible();
  await act(staff, acts.approve, async () => {
    await staff.getByLabel(fields.whom).selectOption({ index: 0 });
  });

  await page.goto(`/data-deletion/status/${code}`);
  await ends(page, "completed_with_retentions");
  const last = await inbox.mail(lawyer, new RegExp(mails.completed.subject));
  expect(last.text).toContain(code);
  expect(await db.$count(users, eq(users.id, mine.agentId))).toBe(0);
  await expect.poll(() => tracesOf(sql, [lawyer, mine.agentEmail])).toEqual([]);
  // The sweep that takes the proof comes once a minute.
  await expect
    .poll(() => files.store.countLeft(proofs), { timeout: 90_000, intervals: [1_000] })
    .toBe(0);
});

async function askFor(page: Page, inbox: Inbox, email: string): Promise<void> {
  await fillRequestForm(page, { ...account, email });
  await sendRequestForm(page);
  await confirmByMail(page, inbox, email);
}
