import { eq } from "drizzle-orm";
import { caseMessages } from "@/components/operator/messages/case-messages";
import { users } from "@/db/schema";
import { rimbaPesan } from "@/lib/policy/profiles/rimba-pesan";
import { cancellation } from "@/messages/en/cancellation";
import { form } from "@/messages/en/form";
import { mails } from "@/messages/en/mails";
import { confirmByMail } from "./fixtures/confirm-by-mail";
import { ends, startedFor } from "./fixtures/ends";
import { expectAccessible, expectAccessibleInEveryLook } from "./fixtures/expect-accessible";
import { linkIn } from "./fixtures/inbox";
import { fillRequestForm, requestForm, sendRequestForm } from "./fixtures/request-form";
import { expect, test } from "./fixtures/test";
import { tracesOf } from "./fixtures/traces-of";

// The demo's own vendor deletes at once; this one waits for a week.
test.use({ profile: rimbaPesan.name });
test.describe.configure({ mode: "default", timeout: 300_000 });

const account = { requester: "workspace_admin", concern: "account" } as const;
const given = {
  ...{ businessName: "Tea House", whatsappNumber: "+62 812 5550 177" },
  ...{ metaBusinessAccountId: "1234567890", description: "Everything since the spring sale." },
};

test("a request waits for a week: taken back by the mailed link nothing goes; left alone, it goes when the week is over", async ({
  page,
  openBrowser,
  signIn,
  createBusiness,
  inbox,
  db,
  sql,
}) => {
  const [changing, waiting] = [await createBusiness(), await createBusiness()];
  await fillRequestForm(page, { ...account, email: changing.agentEmail });
  await requestForm(page).getByRole("button", { name: form.submit }).click();
  await expect(page.getByRole("link", { name: form.faults.description_missing })).toBeVisible();
  await expectAccessibleInEveryLook(page);

  const first = await ask(changing.agentEmail);
  await expect(page.getByText(/^Deletion begins on/)).toBeVisible();
  await expectAccessible(page);
  const staff = await openBrowser();
  await signIn(staff, "operator@lethe.test");
  await staff.goto(`/operator/requests/${first}`);
  await staff.getByRole("button", { name: caseMessages.asked.open }).click();
  for (const [name, value] of Object.entries(given)) {
    await expect(staff.getByText(caseMessages.asked.fields[name] ?? name).first()).toBeVisible();
    await expect(staff.getByText(value, { exact: true }).first()).toBeVisible();
  }

  const received = await inbox.mail(changing.agentEmail, new RegExp(mails.received.subject));
  await page.goto(linkIn(received, "/data-deletion/cancel"));
  const takeBack = page.getByRole("button", { name: cancellation.open.button });
  await expect(takeBack).toBeVisible();
  expect(await startedFor(sql, first)).toEqual({ runs: 0, jobs: 0 });
  await takeBack.click();
  await ends(page, "cancelled");
  expect(await isThere(changing.agentId)).toBe(true);
  expect(await startedFor(sql, first)).toEqual({ runs: 0, jobs: 0 });

  const second = await ask(waiting.agentEmail);
  expect(await isThere(waiting.agentId), "the week has not passed").toBe(true);
  await sql`
    update erasure_requests set purge_after = now() - interval '1 second'
    where confirmation_code = ${second}`;
  await ends(page, "completed_with_retentions");
  const last = await inbox.mail(waiting.agentEmail, new RegExp(mails.completed.subject));
  expect(last.text).toContain(second);
  expect(await isThere(waiting.agentId)).toBe(false);
  expect(await isThere(changing.agentId)).toBe(true);
  await expect.poll(() => tracesOf(sql, [waiting.agentEmail, given.description])).toEqual([]);

  async function isThere(userId: string): Promise<boolean> {
    return (await db.$count(users, eq(users.id, userId))) === 1;
  }

  /** From the form to a status page that says when it begins. */
  async function ask(email: string): Promise<string> {
    await fillRequestForm(page, { ...account, ...given, email });
    await sendRequestForm(page);
    await confirmByMail(page, inbox, email);
    return await ends(page, "scheduled");
  }
});
