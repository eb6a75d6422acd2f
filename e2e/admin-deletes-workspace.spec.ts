import { deleteWorkspaceMessages } from "@/components/erasure/messages/delete-workspace-messages";
import { legalHolds } from "@/db/schema";
import { checkReceipt } from "@/lib/receipts/check-receipt";
import { ReceiptKeySet } from "@/lib/receipts/schemas";
import { status } from "@/messages/en/status";
import { captureAction, sendAction } from "./fixtures/captured-action";
import { openDeletionDialog, totalIn } from "./fixtures/deletion-dialog";
import { expectAccessible } from "./fixtures/expect-accessible";
import { fingerprint } from "./fixtures/fingerprint";
import { rowCounts, sumOf } from "./fixtures/row-counts";
import { rowsOfWorkspace } from "./fixtures/rows-of-workspace";
import { tabTo } from "./fixtures/tab-to";
import { expect, test } from "./fixtures/test";
import { tracesOf } from "./fixtures/traces-of";
import { workOn } from "./fixtures/work-on";

const { completed_with_retentions: completed } = status.states;
const deleteButton = { name: deleteWorkspaceMessages.button };

test("an owner deletes a workspace and sees it through; its neighbours stay whole", async ({
  page,
  signIn,
  createBusiness,
  db,
  sql,
  inbox,
}) => {
  const doomed = await createBusiness({ contacts: 40, messages: 25 });
  const neighbour = await createBusiness();
  const [globex] = await sql<{ id: string }[]>`select id from workspaces where slug = 'globex'`;
  const neighbours = [neighbour.id, globex?.id ?? ""];
  const before = await Promise.all(neighbours.map((id) => fingerprint(db, id)));
  await signIn(page, doomed.ownerEmail);

  const { dialog, slug, confirm } = await openDeletionDialog(page, doomed.slug);
  await expect(dialog).toContainText("Conversations and messages");
  await expect(dialog).toContainText(deleteWorkspaceMessages.preview.retained);
  await expect(dialog).toContainText(deleteWorkspaceMessages.consequences.title);
  await expectAccessible(page);
  const promised = await totalIn(dialog);
  const rowsBefore = sumOf(await rowCounts(sql));

  const { erased, retained, total } = deleteWorkspaceMessages.preview;
  await expect(dialog).toMatchAriaSnapshot(`
    - heading /^${deleteWorkspaceMessages.title.split("{")[0]}/ [level=2]
    - button "Close"
    - heading "${erased}" [level=3]
    - list:
      - listitem: /Conversations and messages \\d+/
    - paragraph: /${total} \\d+/
    - heading "${retained}" [level=3]
    - heading "${deleteWorkspaceMessages.consequences.title}" [level=3]
    - textbox "${deleteWorkspaceMessages.slug.label}"
    - button "${deleteWorkspaceMessages.button}" [disabled]
    - button "${deleteWorkspaceMessages.cancel}"
  `);

  await test.step("the keyboard stays in the dialog, and comes back from it to the button", async () => {
    const visited = new Set<string>();
    for (let presses = 0; presses < 20; presses++) {
      await page.keyboard.press("Tab");
      const place = dialog.locator("*:focus");
      await expect(place).toHaveCount(1);
      visited.add(await place.evaluate(({ outerHTML }) => outerHTML));
    }
    expect(visited.size).toBeLessThan(20);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("button", deleteButton)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("heading", { name: erased })).toBeVisible();
  });

  await tabTo(page, slug);
  await expect(confirm).toBeDisabled();
  await page.keyboard.type(doomed.slug.toUpperCase());
  await expect(confirm).toBeDisabled();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(doomed.slug);
  await tabTo(page, confirm);
  await page.keyboard.press("Enter");

  await expect(page).toHaveURL(/\/data-deletion\/status\/[A-Za-z0-9]{20}$/);
  await expect(page.getByRole("heading", { level: 1, name: completed.heading })).toBeVisible({
    timeout: 40_000,
  });
  const code = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await expect(page.getByText(code, { exact: true })).toBeVisible();
  await expectAccessible(page);

  expect(rowsBefore - sumOf(await rowCounts(sql)), "rows gone are the rows promised").toBe(
    promised,
  );
  expect(Object.keys(await rowsOfWorkspace(sql, doomed.id)).sort()).toEqual([
    "audit_log",
    "invoices",
  ]);
  expect(await tracesOf(sql, [doomed.ownerEmail, doomed.agentEmail, doomed.slug])).toEqual([]);
  expect(await Promise.all(neighbours.map((id) => fingerprint(db, id)))).toEqual(before);

  const receipt = await page.request.get(`/api/data-deletion/${code}/receipt`);
  expect(receipt.headers()["content-type"]).toContain("application/jose");
  const published = await page.request.get("/.well-known/jwks.json");
  const keys = ReceiptKeySet.parse(await published.json());
  expect(await checkReceipt(await receipt.text(), keys)).toMatchObject({
    outcome: "valid",
    receipt: { confirmationCode: code, subject: "workspace" },
  });

  await page.goto(`/${doomed.slug}/inbox`);
  await expect(page).toHaveURL(/\/sign-in/);
  await expect.poll(() => inbox.mailsTo(doomed.ownerEmail)).not.toEqual([]);
});

test("the status is there for whoever has the code, without a session", async ({
  page,
  openBrowser,
  signIn,
  createBusiness,
}) => {
  const doomed = await createBusiness();
  await signIn(page, doomed.ownerEmail);
  const { slug, confirm } = await openDeletionDialog(page, doomed.slug);
  await slug.fill(doomed.slug);
  await confirm.click();
  await expect(page).toHaveURL(/\/data-deletion\/status\//);

  const stranger = await openBrowser();
  await stranger.goto(page.url());
  await expect(stranger.getByRole("heading", { level: 1, name: completed.heading })).toBeVisible();
  await expect(stranger.locator("body")).not.toContainText(doomed.ownerEmail);
});

test.describe("those who may not", () => {
  test.use({ expectedErrors: /Failed to (load resource|fetch)/ });

  test("an agent sees no button, and the server refuses them", async ({
    page,
    openBrowser,
    signIn,
    createBusiness,
    db,
    sql,
  }) => {
    const { id, slug, ownerEmail, agentEmail } = await createBusiness();
    const [agent, owner] = [page, await openBrowser()];
    await signIn(agent, agentEmail);
    await agent.goto(`/${slug}/settings/general`);
    await expect(agent.getByText("Only owners and admins can do this.")).toBeVisible();
    await expect(agent.getByRole("button", deleteButton)).toHaveCount(0);

    await signIn(owner, ownerEmail);
    const opened = await openDeletionDialog(owner, slug);
    await opened.slug.fill(slug);
    const action = await captureAction(owner, () => opened.confirm.click());
    const before = await fingerprint(db, id);

    const answer = await sendAction(agent, action);
    expect(await answer.text()).toContain("not_authorised");
    expect(await fingerprint(db, id)).toEqual(before);
    expect(await workOn(sql, id)).toEqual({ requests: 0, jobs: 0 });
  });

  test("another workspace's owner finds nothing there, and the server refuses them", async ({
    page,
    openBrowser,
    signIn,
    createBusiness,
    db,
    sql,
  }) => {
    const { id, slug, ownerEmail } = await createBusiness();
    const [other, owner] = [page, await openBrowser()];
    await signIn(other, "owner@globex.test");
    const answer = await other.goto(`/${slug}/settings/general`);
    expect(answer?.status()).toBe(404);

    await signIn(owner, ownerEmail);
    const opened = await openDeletionDialog(owner, slug);
    await opened.slug.fill(slug);
    const action = await captureAction(owner, () => opened.confirm.click());
    const before = await fingerprint(db, id);

    // At an address of their own, so that no page stands between them and the action.
    const url = new URL("/globex/settings/general", action.url).href;
    const refusal = await sendAction(other, { ...action, url });
    expect(await refusal.text()).toContain("not_authorised");
    expect(await fingerprint(db, id)).toEqual(before);
    expect(await workOn(sql, id)).toEqual({ requests: 0, jobs: 0 });
  });

  test("an owner with the wrong slug is refused by the server, too", async ({
    page,
    signIn,
    createBusiness,
    db,
    sql,
  }) => {
    const { id, slug, ownerEmail } = await createBusiness();
    await signIn(page, ownerEmail);
    const opened = await openDeletionDialog(page, slug);
    await opened.slug.fill(slug);
    const action = await captureAction(page, () => opened.confirm.click());
    const before = await fingerprint(db, id);

    const body = action.body.replace(`"confirmSlug":"${slug}"`, `"confirmSlug":"${slug} "`);
    expect(body).not.toBe(action.body);
    const answer = await sendAction(page, { ...action, body });
    expect(await answer.text()).toContain("slug_mismatch");
    expect(await fingerprint(db, id)).toEqual(before);
    expect(await workOn(sql, id)).toEqual({ requests: 0, jobs: 0 });
  });

  test("a stranger is asked to sign in", async ({ page, createBusiness }) => {
    const { slug } = await createBusiness();
    await page.goto(`/${slug}/settings/general`);
    await expect(page).toHaveURL(/\/sign-in/);
  });
});

test.describe("an answer that is lost on its way", () => {
  test.use({ expectedErrors: /Failed to (load resource|fetch)/ });

  test("promises nothing, and a second try says that the deletion has begun", async ({
    page,
    signIn,
    createBusiness,
    db,
    sql,
  }) => {
    const { id, slug, ownerEmail } = await createBusiness();
    // A legal hold on the whole of it, so that it is still there at the second try.
    const [basis, reference] = ["litigation", "K 7"];
    const hold = { subjectKind: "workspace", subjectId: id, basis, reference } as const;
    await db.insert(legalHolds).values({ ...hold, placedAt: new Date() });
    await signIn(page, ownerEmail);
    const { dialog, ...opened } = await openDeletionDialog(page, slug);
    await opened.slug.fill(slug);
    const action = await captureAction(page, () => opened.confirm.click());
    await expect(dialog.getByRole("alert")).toContainText(deleteWorkspaceMessages.unanswered);
    expect(await workOn(sql, id)).toEqual({ requests: 0, jobs: 0 });

    // It did arrive, only the answer did not.
    await sendAction(page, action);
    await opened.confirm.click();
    await expect(dialog.getByRole("alert")).toContainText(
      deleteWorkspaceMessages.refusals.already_requested,
    );
    expect((await workOn(sql, id)).requests).toBe(1);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a sign-in never puts the password into the address", async ({ page }) => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail").fill("owner@globex.test");
    await page.getByLabel("Password").fill("a secret");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForLoadState();
    expect(page.url()).not.toContain("secret");
  });
});
