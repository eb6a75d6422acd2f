import type { Page } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { teamRefusalMessages } from "@/components/crm/messages/team-refusal-messages";
import { invitationMessages } from "@/components/team/messages/invitation-messages";
import { teamMessages } from "@/components/team/messages/team-messages";
import { fillMessage } from "@/components/ui/fill-message";
import { memberships, users } from "@/db/schema";
import { captureAction, sendAction } from "./fixtures/captured-action";
import { expectAccessible, expectAccessibleInEveryLook } from "./fixtures/expect-accessible";
import { fingerprint } from "./fixtures/fingerprint";
import { linkIn } from "./fixtures/inbox";
import { expect, test } from "./fixtures/test";
import { desk, phone } from "./fixtures/viewports";

const { invite, invitations, team, removal, roles } = teamMessages;

test.use({ expectedErrors: /Failed to (load resource|fetch)/ });

test("an owner keeps the team: invites, gives a role, removes; nobody else may, and an owner always stays", async ({
  page,
  openBrowser,
  signIn,
  createBusiness,
  inbox,
  db,
}) => {
  test.setTimeout(120_000);
  const mine = await createBusiness();
  const neighbour = await createBusiness();
  const before = await fingerprint(db, neighbour.id);
  const members = `/${mine.slug}/settings/members`;
  const newcomer = { name: "Wren Castellanos", email: `wren@${mine.slug}.test` };
  const roleOf = (name: string) => page.getByLabel(fillMessage(team.roleOf, { name }));
  await page.setViewportSize(desk);
  await signIn(page, mine.ownerEmail);
  await page.goto(members);

  const theirs = await openBrowser();
  await theirs.setViewportSize(phone);

  await test.step("somebody invited joins by the mailed link, on a telephone, and once", async () => {
    await page.getByLabel(invite.email).fill(newcomer.email);
    await page.getByRole("button", { name: invite.button }).click();
    await expect(
      page.getByText(fillMessage(invite.sent, { email: newcomer.email })).first(),
    ).toBeVisible();

    const link = linkIn(await inbox.mail(newcomer.email, /./), "/invitation");
    await theirs.goto(link);
    await expectNoTraceOf(link, theirs);
    await expectAccessibleInEveryLook(theirs);
    await theirs.setViewportSize(phone);
    await theirs.getByLabel(invitationMessages.newcomer.name).fill(newcomer.name);
    await theirs.getByLabel(invitationMessages.newcomer.password).fill("a-long-enough-secret");
    await theirs.getByRole("button", { name: invitationMessages.newcomer.button }).click();
    await expect(theirs).toHaveURL(new RegExp(`/${mine.slug}/inbox`));
    await expectNoTraceOf(link, theirs);

    await theirs.goto(link);
    await expect(
      theirs.getByRole("heading", { level: 1, name: invitationMessages.closed.heading }),
    ).toBeVisible();
  });

  await test.step("an agent sees who is there and nothing to press, and the server refuses them", async () => {
    await theirs.goto(members);
    await expect(theirs.getByRole("main").getByText(newcomer.email)).toBeVisible();
    await expect(theirs.getByRole("button", { name: invite.button })).toHaveCount(0);
    await expect(theirs.getByRole("button", { name: team.remove })).toHaveCount(0);

    await page.getByLabel(invite.email).fill(`friend@${mine.slug}.test`);
    const action = await captureAction(page, () =>
      page.getByRole("button", { name: invite.button }).click(),
    );
    const untouched = await fingerprint(db, mine.id);
    expect(await (await sendAction(theirs, action)).text()).toContain("not_authorised");
    expect(await fingerprint(db, mine.id)).toEqual(untouched);

    const stranger = await openBrowser();
    await signIn(stranger, neighbour.ownerEmail);
    expect((await stranger.goto(members))?.status()).toBe(404);
    const url = new URL(`/${neighbour.slug}/settings/members`, action.url).href;
    const refusal = await sendAction(stranger, { ...action, url });
    expect(await refusal.text()).toContain("not_authorised");
    expect(await fingerprint(db, mine.id)).toEqual(untouched);
    expect(await inbox.mailsTo(`friend@${mine.slug}.test`)).toEqual([]);
  });

  await test.step("the owner makes them an admin, and stays the owner", async () => {
    await page.goto(members);
    await expectAccessibleInEveryLook(page);
    await page.setViewportSize(desk);
    await roleOf(newcomer.name).selectOption("admin");
    const changed = fillMessage(team.changed, { name: newcomer.name, role: roles.admin });
    await expect(page.getByText(changed).first()).toBeVisible();
    await theirs.goto(members);
    await expect(theirs.getByRole("button", { name: invite.button })).toBeVisible();

    await roleOf(`Owner of ${mine.slug}`).selectOption("agent");
    await expect(page.getByText(teamRefusalMessages.last_owner).first()).toBeVisible();
    const owner = and(eq(memberships.workspaceId, mine.id), eq(memberships.role, "owner"));
    expect(await db.select({ id: memberships.userId }).from(memberships).where(owner)).toEqual([
      { id: mine.ownerId },
    ]);
  });

  await test.step("an invitation that is withdrawn opens nothing, nor for who signed out to accept it", async () => {
    const email = `late@${mine.slug}.test`;
    await page.getByLabel(invite.email).fill(email);
    await page.getByRole("button", { name: invite.button }).click();
    const link = linkIn(await inbox.mail(email, /./), "/invitation");
    const late = await openBrowser();
    await signIn(late, neighbour.ownerEmail);
    await late.goto(link);
    await late.getByRole("main").getByRole("button", { name: "Sign out" }).click();
    await expect(late.getByLabel(invitationMessages.newcomer.name)).toBeVisible();
    await expectNoTraceOf(link, late);

    await page
      .getByRole("button", { name: fillMessage(invitations.withdrawLabel, { email }) })
      .click();
    await expect(
      page.getByText(fillMessage(invitations.withdrawn, { email })).first(),
    ).toBeVisible();

    await late.goto(link);
    await expect(late.getByText(invitationMessages.closed.text)).toBeVisible();
    expect(await db.$count(users, eq(users.email, email))).toBe(0);
  });

  await test.step("who is removed is out at their next step, and keeps their account", async () => {
    await page
      .getByRole("button", { name: fillMessage(team.removeLabel, { name: newcomer.name }) })
      .click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText(removal.description);
    await dialog.getByRole("button", { name: removal.confirm }).click();
    await expect(
      page.getByText(fillMessage(team.removed, { name: newcomer.name })).first(),
    ).toBeVisible();

    expect((await theirs.goto(`/${mine.slug}/inbox`))?.status()).toBe(404);
    await theirs.goto("/");
    await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("You are in no workspace");
    await expectAccessible(theirs);
    await theirs.goto("/account");
    await expect(theirs.getByRole("main")).toContainText(newcomer.email);
    expect(await db.$count(users, eq(users.email, newcomer.email))).toBe(1);
  });

  expect(await fingerprint(db, neighbour.id)).toEqual(before);
});

/** The link's secret is in no address that the browser keeps, and in no cookie. */
async function expectNoTraceOf(link: string, page: Page): Promise<void> {
  const token = new URL(link).searchParams.get("token") ?? "";
  expect(token.length).toBeGreaterThan(20);
  await expect.poll(() => page.url(), "the address bar").not.toContain(token);
  expect(JSON.stringify(await page.context().cookies())).not.toContain(token);
}
