import { eq } from "drizzle-orm";
import { deleteAccountMessages } from "@/components/account/messages/delete-account-messages";
import { refusalMessages } from "@/components/account/messages/refusal-messages";
import { signInMessages } from "@/components/crm/messages/sign-in-messages";
import { caseMessages } from "@/components/operator/messages/case-messages";
import { users } from "@/db/schema";
import { rimbaPesan } from "@/lib/policy/profiles/rimba-pesan";
import { cancellation } from "@/messages/en/cancellation";
import { form } from "@/messages/en/form";
import { mails } from "@/messages/en/mails";
import { openAccountDialog } from "./fixtures/account-dialog";
import { confirmByMail } from "./fixtures/confirm-by-mail";
import { ends, startedFor } from "./fixtures/ends";
import { expectAccessible, expectAccessibleInEveryLook } from "./fixtures/expect-accessible";
import { fingerprint } from "./fixtures/fingerprint";
import { linkIn } from "./fixtures/inbox";
import { letDaysPass } from "./fixtures/let-days-pass";
import { fillRequestForm, requestForm, sendRequestForm } from "./fixtures/request-form";
import { expect, test } from "./fixtures/test";
import { tracesOf } from "./fixtures/traces-of";
import { phone } from "./fixtures/viewports";
import { workOn } from "./fixtures/work-on";

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
  await expectAccessible(page);
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

test("an account deleted in its settings waits for a week: kept by the mailed link, and gone when the week is over", async ({
  page,
  openBrowser,
  signIn,
  createBusiness,
  demo,
  demoFolder,
  inbox,
  db,
  sql,
}) => {
  const [changing, waiting] = [await createBusiness(), await createBusiness()];
  const neighbour = await createBusiness();
  const before = await fingerprint(db, neighbour.id);
  const { underWay } = deleteAccountMessages;
  const codes: string[] = [];
  await page.setViewportSize(phone);

  await test.step("kept: on a telephone, scheduled, told of by mail, and taken back by its link", async () => {
    const { id, slug, agentId, agentEmail } = changing;
    const untouched = await fingerprint(db, id);
    const elsewhere = await openBrowser();
    await signIn(elsewhere, agentEmail);
    await elsewhere.goto(`/${slug}/inbox`);
    await signIn(page, agentEmail);
    const code = await schedule("not my password");
    await elsewhere.getByRole("link", { name: "Settings" }).click();
    await expect(elsewhere.getByText(signInMessages.ended)).toBeVisible();
    expect(await isThere(agentId)).toBe(true);
    expect(await startedFor(sql, code)).toEqual({ runs: 0, jobs: 0 });

    await signIn(elsewhere, agentEmail);
    await elsewhere.goto("/account");
    await expect(elsewhere.getByText(underWay.dated).first()).toBeVisible();
    const again = { name: deleteAccountMessages.button };
    await expect(elsewhere.getByRole("button", again)).toHaveCount(0);
    const received = await inbox.mail(agentEmail, new RegExp(mails.received.subject));
    const link = linkIn(received, "/data-deletion/cancel");
    await page.goto(link);
    await page.getByRole("button", { name: cancellation.open.button }).click();
    expect(await ends(page, "cancelled")).toBe(code);
    await page.goto(link);
    await expect(page.getByText(cancellation.over.text)).toBeVisible();

    await elsewhere.goto("/account");
    await expect(elsewhere.getByText(underWay.dated)).toHaveCount(0);
    await expect(elsewhere.getByRole("button", again)).toBeVisible();
    expect(await startedFor(sql, code)).toEqual({ runs: 0, jobs: 0 });
    expect(await fingerprint(db, id)).toEqual(untouched);
    codes.push(code);
  });

  await test.step("gone: nothing before the week is over, all of it after", async () => {
    const { id, agentId, agentEmail } = waiting;
    await signIn(page, agentEmail);
    const code = await schedule();
    codes.push(code);
    await inbox.mail(agentEmail, new RegExp(mails.received.subject));
    await letDaysPass({ sql, demoFolder }, { days: 6, codes, workspaceIds: [id] });
    await page.reload();
    expect(await ends(page, "scheduled")).toBe(code);
    expect(await isThere(agentId)).toBe(true);
    expect(await startedFor(sql, code)).toEqual({ runs: 0, jobs: 0 });

    await letDaysPass({ sql, demoFolder }, { days: 1, codes, workspaceIds: [id] });
    const last = await inbox.mail(agentEmail, new RegExp(mails.completed.subject), 150_000);
    expect(last.text).toContain(code);
    await ends(page, "completed_with_retentions");
    expect(await isThere(agentId)).toBe(false);
    await expect.poll(() => tracesOf(sql, [agentEmail])).toEqual([]);
    expect(await isThere(changing.agentId), "kept, whatever day it is").toBe(true);
  });

  expect(await fingerprint(db, neighbour.id)).toEqual(before);

  async function isThere(userId: string): Promise<boolean> {
    return (await db.$count(users, eq(users.id, userId))) === 1;
  }

  /** From the account page, with a wrong password first where one is given, to a page that says when. */
  async function schedule(wrong?: string): Promise<string> {
    const { dialog, proof, confirm } = await openAccountDialog(page);
    await expect(dialog).toContainText("after 7 days");
    if (wrong) {
      await proof.fill(wrong);
      await confirm.click();
      await expect(dialog).toContainText(refusalMessages.wrong_password);
      expect(await workOn(sql, changing.agentId)).toEqual({ requests: 0, jobs: 0 });
    }
    await proof.fill(demo.password);
    await confirm.click();
    return await ends(page, "scheduled");
  }
});
