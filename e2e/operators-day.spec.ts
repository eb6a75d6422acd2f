import { actMessages } from "@/components/operator/messages/act-messages";
import { caseMessages } from "@/components/operator/messages/case-messages";
import { deskMessages } from "@/components/operator/messages/desk-messages";
import { holdMessages } from "@/components/operator/messages/hold-messages";
import { queueMessages } from "@/components/operator/messages/queue-messages";
import { addMessages, keepLastMessage } from "@/lib/testing/many-messages";
import { answer } from "@/messages/en/answer";
import { form } from "@/messages/en/form";
import { mails } from "@/messages/en/mails";
import { status } from "@/messages/en/status";
import { act } from "./fixtures/act";
import { openDeletionDialog } from "./fixtures/deletion-dialog";
import { expectAccessible, expectAccessibleInEveryLook } from "./fixtures/expect-accessible";
import { linkIn } from "./fixtures/inbox";
import { fillRequestForm, sendRequestForm } from "./fixtures/request-form";
import { expect, test } from "./fixtures/test";

const operator = "operator@lethe.test";
const { acts, fields, password, refusals } = actMessages;
const { states } = deskMessages;

const deed = {
  name: "deed.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"),
};

test.describe("the operators' day", () => {
  test.describe.configure({ timeout: 300_000 });

  test("a request is found by keyboard, verified, asked about, answered and refused, with a mail for each", async ({
    page,
    signIn,
    openBrowser,
    inbox,
    sql,
  }) => {
    const email = `somebody-${Date.now()}@example.test`;
    const requester = await openBrowser();
    await fillRequestForm(requester, { requester: "representative", concern: "account", email });
    const proof = requester.getByLabel(form.fields.proof.label);
    await proof.setInputFiles({ ...deed, buffer: Buffer.from("<html>no deed</html>") });
    await requester.getByRole("button", { name: form.submit }).click();
    await expect(requester.getByText(form.faults.proof_wrong_type).first()).toBeVisible();
    await proof.setInputFiles(deed);
    await sendRequestForm(requester);

    const outsider = await openBrowser();
    await signIn(outsider, "owner@globex.test");
    for (const path of ["", "/requests", "/requests/export", "/holds", "/runs"]) {
      expect((await outsider.request.get(`/operator${path}`)).status(), path).toBe(404);
    }

    await signIn(page, operator);
    for (const path of ["", "/requests", "/holds", "/runs"]) {
      await page.goto(`/operator${path}`);
      await expectAccessible(page);
    }
    await page.goto("/operator/requests");
    await page.keyboard.press("/");
    await expect(page.getByLabel(queueMessages.search.label)).toBeFocused();
    await page.keyboard.type(email);
    await page.keyboard.press("Enter");
    const found = page.getByRole("region", { name: queueMessages.search.results });
    await expect(found.locator("[data-queue-row]")).toHaveCount(1);
    await found.locator("[data-queue-row]").focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/operator\/requests\/\w{20}$/);
    expect(await page.content()).not.toContain(email);

    const download = page.getByRole("link", { name: deed.mimeType });
    const handedIn = (await download.getAttribute("href")) ?? "";
    expect(await (await page.request.get(handedIn)).body()).toEqual(deed.buffer);
    expect((await outsider.request.get(handedIn)).status()).toBe(404);

    await act(page, acts.verify_identity);
    await expect(page.getByText(states.in_review, { exact: true }).first()).toBeVisible();
    const question = "Since when do you act for them, and by which deed?";
    await act(page, acts.ask, async () => page.getByLabel(fields.question).fill(question));
    const mail = await inbox.mail(email, new RegExp(mails.question.subject));
    expect(mail.text).toContain(question);

    await requester.goto(linkIn(mail, "/data-deletion/answer"));
    await expect(requester.getByText(question)).toBeVisible();
    await expectAccessible(requester);
    await requester.getByLabel(answer.open.label).fill("Since May, by a power of attorney.");
    await requester.getByRole("button", { name: answer.open.button }).click();
    await expect(requester.getByRole("heading", { name: answer.answered.heading })).toBeVisible();

    await page.reload();
    await page.getByRole("button", { name: caseMessages.asked.open }).click();
    await expect(page.getByText("Since May, by a power of attorney.")).toBeVisible();
    await expect(page.getByText(email)).toBeVisible();
    await expectAccessibleInEveryLook(page);

    await act(page, acts.refuse, async () => {
      await page.getByLabel(fields.reason).selectOption("not_authorised");
    });
    await expect(page.getByText(states.refused, { exact: true }).first()).toBeVisible();
    const refused = await inbox.mail(email, new RegExp(mails.refused.subject));
    expect(refused.text).toContain(mails.refused.reasons.not_authorised.reason);
    const [{ written } = { written: 0 }] = await sql<{ written: number }[]>`
      select count(*)::int as written from erasure_acts
      where detail::text like ${`%${email}%`} or detail::text like '%attorney%'`;
    expect(written).toBe(0);
  });

  test("a hold placed in the middle of a purge stops it between two batches, and its release finishes it", async ({
    page,
    signIn,
    openBrowser,
    createBusiness,
    demo,
    sql,
  }) => {
    const doomed = await createBusiness({ contacts: 3 });
    await addMessages(sql, doomed.id, 20_000);
    const planned = await messagesLeft();

    await signIn(page, operator);
    await page.goto("/operator/holds");
    await page.getByRole("button", { name: holdMessages.place }).click();
    await page.getByLabel(holdMessages.workspace, { exact: true }).fill(doomed.slug);
    await page.getByLabel(fields.basis).selectOption("dispute");
    await page.getByLabel(fields.reference).fill("Case 2026-17");

    const owner = await openBrowser();
    await signIn(owner, doomed.ownerEmail);
    const letGo = await keepLastMessage(sql, doomed.id);
    const { slug, confirm } = await openDeletionDialog(owner, doomed.slug);
    await slug.fill(doomed.slug);
    await confirm.click();
    await expect.poll(messagesLeft, { timeout: 60_000 }).toBeLessThan(planned);
    await page.getByRole("button", { name: acts.hold.submit }).click();

    const hold = page.getByRole("listitem").filter({ hasText: doomed.slug });
    await expect(hold.getByText("Case 2026-17")).toBeVisible();
    await letGo();
    const left = await messagesLeft();
    expect(left).toBeGreaterThan(0);
    await expect(
      owner.getByRole("heading", { level: 1, name: status.states.on_hold.heading }),
    ).toBeVisible();
    expect(await messagesLeft()).toBe(left);

    // A browser that was left alone is asked for the password, and a wrong one does nothing.
    await sql`update sessions set confirmed_at = now() - interval '1 hour'`;
    await hold.getByRole("button", { name: holdMessages.release.button }).click();
    const release = page.getByRole("button", { name: holdMessages.release.submit });
    await release.click();
    await page.getByLabel(password.label).fill("not the password");
    await release.click();
    await expect(page.getByText(refusals.wrong_password)).toBeVisible({ timeout: 45_000 });
    expect(await messagesLeft()).toBe(left);
    await page.getByLabel(password.label).fill(demo.password);
    await release.click();

    await expect(
      owner.getByRole("heading", {
        level: 1,
        name: status.states.completed_with_retentions.heading,
      }),
    ).toBeVisible({ timeout: 120_000 });
    expect(await messagesLeft()).toBe(0);
    const [step] = await sql<{ planned: number; done: number }[]>`
      select planned_rows::int as planned, done_rows::int as done from erasure_steps
      where table_name = 'messages' and action = 'erase' and planned_rows >= ${planned}`;
    expect(step).toEqual({ planned, done: planned });

    async function messagesLeft(): Promise<number> {
      const [row] = await sql<{ left: number }[]>`
        select count(*)::int as left from messages where workspace_id = ${doomed.id}`;
      return row?.left ?? 0;
    }
  });
});
