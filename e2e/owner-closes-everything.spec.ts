import { eq } from "drizzle-orm";
import { deleteAccountMessages } from "@/components/account/messages/delete-account-messages";
import { refusalMessages } from "@/components/account/messages/refusal-messages";
import { deleteWorkspaceMessages } from "@/components/erasure/messages/delete-workspace-messages";
import { memberships, users } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { mails } from "@/messages/en/mails";
import { openAccountDialog } from "./fixtures/account-dialog";
import { ends } from "./fixtures/ends";
import { expectAccessible } from "./fixtures/expect-accessible";
import { fingerprint } from "./fixtures/fingerprint";
import { rowsOfWorkspace } from "./fixtures/rows-of-workspace";
import { expect, test } from "./fixtures/test";
import { tracesOf } from "./fixtures/traces-of";
import { phone } from "./fixtures/viewports";
import { workOn } from "./fixtures/work-on";

const { inTheWay } = deleteAccountMessages;
const { slug: slugField, preview } = deleteWorkspaceMessages;
const nothing = { requests: 0, jobs: 0 };

test("on a telephone, a sole owner deletes the workspace in the way from their account, and then the account", async ({
  page,
  signIn,
  createBusiness,
  demo,
  inbox,
  db,
  sql,
}) => {
  test.setTimeout(150_000);
  const mine = await createBusiness();
  const second = await createBusiness();
  const neighbour = await createBusiness();
  const before = await fingerprint(db, neighbour.id);
  const { ownerId, ownerEmail } = mine;
  await db
    .insert(memberships)
    .values({ workspaceId: second.id, id: newId(), userId: ownerId, role: "agent" });
  const { memberships: _team, ...secondBefore } = await fingerprint(db, second.id);
  await page.setViewportSize(phone);
  await signIn(page, ownerEmail);

  await test.step("who became the sole owner while the dialog was open is refused", async () => {
    const untouched = await fingerprint(db, mine.id);
    await makeAgent("owner");
    const { dialog, proof, confirm } = await openAccountDialog(page);
    await makeAgent("agent");
    await proof.fill(demo.password);
    await confirm.click();
    await expect(dialog).toContainText(refusalMessages.sole_owner);
    expect(await fingerprint(db, mine.id)).toEqual(untouched);
    expect(await db.$count(users, eq(users.id, ownerId))).toBe(1);
    for (const id of [ownerId, mine.id]) expect(await workOn(sql, id)).toEqual(nothing);
  });

  await page.goto("/account");
  await expect(page.getByText(inTheWay.text)).toBeVisible();
  const way = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: `Workspace ${mine.slug}` }) });

  await test.step("the workspace goes, once its own slug is typed", async () => {
    await expect(page.getByRole("heading", { name: `Workspace ${second.slug}` })).toHaveCount(0);
    await way.getByRole("button", { name: deleteWorkspaceMessages.button }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("heading", { name: preview.erased })).toBeVisible();
    await expectAccessible(page, "the dialog on the account page");
    const confirm = dialog.getByRole("button", { name: deleteWorkspaceMessages.button });
    const typed = dialog.getByRole("textbox", { name: slugField.label });
    await typed.fill(second.slug);
    await expect(confirm).toBeDisabled();
    expect(await workOn(sql, mine.id)).toEqual(nothing);
    await typed.fill(mine.slug);
    await confirm.click();
    await ends(page, "completed_with_retentions");
    expect(Object.keys(await rowsOfWorkspace(sql, mine.id)).sort()).toEqual([
      "audit_log",
      "invoices",
    ]);
    expect(await db.$count(users, eq(users.id, ownerId)), "belongs to another team, too").toBe(1);
    expect(await db.$count(users, eq(users.id, mine.agentId)), "belonged to this alone").toBe(0);
  });

  await test.step("nothing is in the account's way any more, and it goes", async () => {
    await page.goto("/account");
    await expect(page.getByText(inTheWay.text)).toHaveCount(0);
    const { proof, confirm } = await openAccountDialog(page);
    await proof.fill("not my password");
    await confirm.click();
    await expect(page.getByText(refusalMessages.wrong_password)).toBeVisible();
    expect(await workOn(sql, ownerId)).toEqual(nothing);
    await proof.fill(demo.password);
    await confirm.click();
    // What is kept went with the workspace: of the account itself there is nothing to keep.
    const code = await ends(page, "completed");
    await expect
      .poll(async () =>
        (await inbox.mailsTo(ownerEmail)).some(
          ({ subject, text }) => subject.startsWith(mails.completed.subject) && text.includes(code),
        ),
      )
      .toBe(true);
    expect(await db.$count(users, eq(users.id, ownerId))).toBe(0);
    await expect.poll(() => tracesOf(sql, [ownerEmail])).toEqual([]);
  });

  const { memberships: _teamAfter, ...secondAfter } = await fingerprint(db, second.id);
  expect(secondAfter, "all but the membership").toEqual(secondBefore);
  expect(await fingerprint(db, neighbour.id)).toEqual(before);

  async function makeAgent(role: "owner" | "agent"): Promise<void> {
    await db.update(memberships).set({ role }).where(eq(memberships.userId, mine.agentId));
  }
});
