import { eq } from "drizzle-orm";
import { accountMessages } from "@/components/account/messages/account-messages";
import { deleteAccountMessages } from "@/components/account/messages/delete-account-messages";
import { refusalMessages } from "@/components/account/messages/refusal-messages";
import { signInMessages } from "@/components/crm/messages/sign-in-messages";
import { memberships, messages, users } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { newConfirmationCode, newToken } from "@/lib/crypto";
import { cancellation } from "@/messages/en/cancellation";
import { status } from "@/messages/en/status";
import { openAccountDialog } from "./fixtures/account-dialog";
import { expectAccessible, expectAccessibleInEveryLook } from "./fixtures/expect-accessible";
import { fingerprint } from "./fixtures/fingerprint";
import { expect, test } from "./fixtures/test";
import { tracesOf } from "./fixtures/traces-of";
import { phone } from "./fixtures/viewports";

const { completed_with_retentions: completed } = status.states;

test("a person deletes their account: signed out everywhere, told when it is done, gone", async ({
  page,
  openBrowser,
  signIn,
  createBusiness,
  demo,
  db,
  sql,
  inbox,
}) => {
  const [mine, neighbour] = [await createBusiness(), await createBusiness()];
  const before = await fingerprint(db, neighbour.id);
  const elsewhere = await openBrowser();
  await signIn(elsewhere, mine.agentEmail);
  await elsewhere.goto(`/${mine.slug}/inbox`);
  await signIn(page, mine.agentEmail);

  const { dialog, proof, confirm } = await openAccountDialog(page);
  await expect(dialog).toContainText(deleteAccountMessages.detached);
  await expect(dialog).toContainText("Audit log");
  await expectAccessible(page);
  await expect(confirm).toBeDisabled();
  await proof.fill("not my password");
  await confirm.click();
  await expect(dialog).toContainText(refusalMessages.wrong_password);
  expect(await db.$count(users, eq(users.id, mine.agentId))).toBe(1);
  await proof.fill(demo.password);
  await confirm.click();
  await expect(page).toHaveURL(/\/data-deletion\/status\/[A-Za-z0-9]{20}$/);
  const statusPage = page.url();

  // The next thing that the other browser asks for, without a reload.
  await elsewhere.getByRole("link", { name: "Settings" }).click();
  await expect(elsewhere.getByText(signInMessages.ended)).toBeVisible();
  const cookies = await elsewhere.context().cookies();
  expect(cookies.filter(({ name }) => name.includes("session-token"))).toEqual([]);

  await expect(page.getByRole("heading", { level: 1, name: completed.heading })).toBeVisible({
    timeout: 40_000,
  });
  const mail = await inbox.mail(mine.agentEmail, /deleted/i);
  expect(mail.text).toContain(new URL(statusPage).pathname);
  expect(await tracesOf(sql, [mine.agentEmail])).toEqual([]);
  const left = await db.select().from(messages).where(eq(messages.workspaceId, mine.id));
  expect(left.map(({ body }) => body)).toContain("Message 1");
  expect(await fingerprint(db, neighbour.id)).toEqual(before);

  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await expect(page.getByText(signInMessages.ended)).toHaveCount(0);
});

test("on a telephone, a sole owner hands a workspace over first, and then goes", async ({
  page,
  signIn,
  createBusiness,
  demo,
  db,
}) => {
  const { slug, id, ownerId, ownerEmail, agentId } = await createBusiness();
  await page.setViewportSize(phone);
  await signIn(page, ownerEmail);
  await page.goto("/account");
  await expect(page.getByText(deleteAccountMessages.inTheWay.text)).toBeVisible();
  await expect(page.getByRole("button", { name: deleteAccountMessages.button })).toHaveCount(0);
  await expectAccessibleInEveryLook(page);
  await page.setViewportSize(phone);

  await page
    .getByLabel(deleteAccountMessages.inTheWay.to)
    .selectOption({ label: `Agent of ${slug} (agent@${slug}.test)` });
  await page.getByRole("button", { name: deleteAccountMessages.inTheWay.handOver }).click();
  await expect(page.getByText(deleteAccountMessages.inTheWay.text)).toHaveCount(0);

  const { proof, confirm } = await openAccountDialog(page);
  await proof.fill(demo.password);
  await confirm.click();
  await expect(page.getByRole("heading", { level: 1, name: completed.heading })).toBeVisible({
    timeout: 40_000,
  });
  const team = await db.select().from(memberships).where(eq(memberships.workspaceId, id));
  expect(team).toMatchObject([{ userId: agentId, role: "owner" }]);
  expect(await db.$count(users, eq(users.id, ownerId))).toBe(0);
});

test("one who signs in with Meta alone confirms with a mailed code", async ({
  page,
  signIn,
  createBusiness,
  db,
  inbox,
}) => {
  const { agentEmail, agentId } = await createBusiness();
  await signIn(page, agentEmail);
  await db.update(users).set({ passwordHash: null }).where(eq(users.id, agentId));

  const { dialog, proof, confirm } = await openAccountDialog(page);
  await dialog.getByRole("button", { name: deleteAccountMessages.code.send }).click();
  const mail = await inbox.mail(agentEmail, /code to delete/);
  await proof.fill("0000 0000");
  await confirm.click();
  await expect(dialog).toContainText(refusalMessages.wrong_code);
  await proof.fill(/\d{4} \d{4}/.exec(mail.text)?.[0] ?? "");
  await confirm.click();
  await expect(page.getByRole("heading", { level: 1, name: completed.heading })).toBeVisible({
    timeout: 40_000,
  });
  expect(await db.$count(users, eq(users.id, agentId))).toBe(0);
});

test("who changes their mind keeps the account, from any page or by the mailed link", async ({
  page,
  signIn,
  createBusiness,
  sql,
}) => {
  const { slug, agentEmail, agentId } = await createBusiness();
  const schedule = async () => {
    const [{ token, digest }, id] = [newToken(), newId()];
    await sql`
      insert into erasure_requests (id, confirmation_code, channel, requester_kind, subject_kind,
        subject_digest, subject_id, state, policy_profile, policy_version, received_at,
        acknowledge_by, due_at, purge_after)
      values (${id}, ${newConfirmationCode()}, 'account_settings', 'account_holder', 'account', ${id},
        ${agentId}, 'scheduled', 'default', '1', now(), now(), now() + interval '30 days',
        now() + interval '7 days')`;
    await sql`
      insert into erasure_cancellation_tokens (id, request_id, token_digest, created_at)
      values (${newId()}, ${id}, ${digest}, now())`;
    return { id, link: `/data-deletion/cancel?token=${token}` };
  };
  const stateOf = async (id: string) =>
    (await sql`select state from erasure_requests where id = ${id}`)[0]?.state;

  const first = await schedule();
  await signIn(page, agentEmail);
  await page.goto(`/${slug}/inbox`);
  await expect(page.getByText(deleteAccountMessages.underWay.dated)).toBeVisible();
  await expectAccessibleInEveryLook(page);
  await page.getByRole("button", { name: deleteAccountMessages.underWay.keep }).click();
  await expect(page.getByText(deleteAccountMessages.underWay.kept)).toBeVisible();
  expect(await stateOf(first.id)).toBe("cancelled");

  const second = await schedule();
  await page.goto(second.link);
  const takeBack = page.getByRole("button", { name: cancellation.open.button });
  await expect(takeBack).toBeVisible();
  await expect(page).not.toHaveURL(/token/);
  expect(await stateOf(second.id)).toBe("scheduled");
  await expectAccessibleInEveryLook(page);
  await takeBack.click();
  await expect(
    page.getByRole("heading", { level: 1, name: status.states.cancelled.heading }),
  ).toBeVisible();
  expect(await stateOf(second.id)).toBe("cancelled");
  await page.goto(second.link);
  await expect(page.getByText(cancellation.over.text)).toBeVisible();
});

test("a person changes their address, and ends what is open elsewhere", async ({
  page,
  openBrowser,
  signIn,
  createBusiness,
  demo,
  inbox,
}) => {
  const { slug, agentEmail } = await createBusiness();
  const elsewhere = await openBrowser();
  await signIn(elsewhere, agentEmail);
  await signIn(page, agentEmail);
  await page.goto("/account");
  const { email, sessions } = accountMessages;

  const address = `new@${slug}.test`;
  await page.getByRole("button", { name: email.change }).click();
  await page.getByLabel(email.address).fill(address);
  await page.getByRole("textbox", { name: email.password, exact: true }).fill(demo.password);
  await page.getByRole("button", { name: email.send }).click();
  const mail = await inbox.mail(address, /new e-mail address/);
  await page.getByLabel(email.code).fill(/\d{4} \d{4}/.exec(mail.text)?.[0] ?? "");
  await page.getByRole("button", { name: email.confirm }).click();
  await expect(page.getByText(email.done)).toBeVisible();
  await expect(page.getByText(`You sign in with ${address}`)).toBeVisible();

  await page.getByRole("button", { name: sessions.endOthers }).click();
  await expect(page.getByText(sessions.othersEnded)).toBeVisible();
  await elsewhere.goto("/account");
  await expect(elsewhere.getByText(signInMessages.ended)).toBeVisible();
  await signIn(elsewhere, address);
});
