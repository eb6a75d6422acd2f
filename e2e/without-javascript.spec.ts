import type { Page } from "@playwright/test";
import { and, eq } from "drizzle-orm";
import { accountMessages } from "@/components/account/messages/account-messages";
import { deleteAccountMessages } from "@/components/account/messages/delete-account-messages";
import { refusalMessages } from "@/components/account/messages/refusal-messages";
import { contactMessages } from "@/components/contacts/messages/contact-messages";
import {
  agentsDeletionMessages,
  contactsDeletionMessages,
} from "@/components/contacts/messages/contacts-deletion-messages";
import { contactsMessages } from "@/components/contacts/messages/contacts-messages";
import { teamRefusalMessages } from "@/components/crm/messages/team-refusal-messages";
import { deleteWorkspaceMessages } from "@/components/erasure/messages/delete-workspace-messages";
import { exportMessages } from "@/components/exports/messages/export-messages";
import { invitationMessages } from "@/components/team/messages/invitation-messages";
import { teamMessages } from "@/components/team/messages/team-messages";
import { fillMessage } from "@/components/ui/fill-message";
import {
  contacts,
  memberships,
  metaIdentities,
  sessions,
  users,
  workspaceExports,
  workspaces,
} from "@/db/schema";
import { expectAccessibleInEveryLook } from "./fixtures/expect-accessible";
import { fingerprint } from "./fixtures/fingerprint";
import { linkIn } from "./fixtures/inbox";
import { linkMetaLogin } from "./fixtures/meta";
import { signInWith } from "./fixtures/sign-in";
import { expect, test } from "./fixtures/test";
import { workOn } from "./fixtures/work-on";

const nothing = { requests: 0, jobs: 0 };

test.use({ javaScriptEnabled: false });

test("a person signs in and out, and a wrong password signs nobody in", async ({
  page,
  createBusiness,
  demo,
  db,
  sql,
}) => {
  const { id, slug, ownerId, ownerEmail } = await createBusiness();
  const before = await fingerprint(db, id);
  const open = async () =>
    (await db.select().from(sessions).where(eq(sessions.userId, ownerId))).length;
  const atFirst = await open();

  await test.step("refused: what was typed stays, but for the password", async () => {
    await page.goto(`/sign-in?next=/${slug}/contacts`);
    await fillSignIn(page, ownerEmail, "a wrong secret");
    await expect(page.getByRole("alert")).toContainText(
      "The e-mail address or the password is not right.",
    );
    await expect(page.getByRole("alert")).toBeFocused();
    await expect(page.getByLabel("E-mail")).toHaveValue(ownerEmail);
    await expect(page.getByLabel("Password")).toHaveValue("");
    expect(page.url()).not.toContain("secret");
    expect(await page.content()).not.toContain("a wrong secret");
    expect(await open()).toBe(atFirst);

    await fillSignIn(page, "no address", "");
    await expect(page.getByLabel("E-mail")).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription(
      "Enter an e-mail address, like name@example.com.",
    );
    await expect(page.getByLabel("Password")).toHaveAccessibleDescription("Enter your password.");
    expect(await open()).toBe(atFirst);
    expect(await fingerprint(db, id)).toEqual(before);
    expect(await workOn(sql, id)).toEqual(nothing);
  });

  await test.step("signed in, they are where they wanted to go", async () => {
    await fillSignIn(page, ownerEmail, demo.password);
    await expect(page).toHaveURL(new RegExp(`/${slug}/contacts$`));
    expect(await open()).toBe(atFirst + 1);
  });

  await test.step("signed out, the session is gone, and so is what it opened", async () => {
    await expect(page.getByRole("button", { name: /^Account of/ })).toBeHidden();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    expect(await open()).toBe(atFirst);
    await page.goto(`/${slug}/contacts`);
    await expect(page).toHaveURL(/\/sign-in/);
  });
});

test("an owner keeps the team, and who is invited joins with a new account and with one they have", async ({
  page,
  createBusiness,
  demo,
  db,
  sql,
  inbox,
}) => {
  test.setTimeout(150_000);
  const { invite, invitations, team, removal, roles } = teamMessages;
  const [mine, other] = [await createBusiness(), await createBusiness()];
  const members = `/${mine.slug}/settings/members`;
  const newcomer = { name: "Wren Castellanos", email: `wren@${mine.slug}.test` };
  const main = page.getByRole("main");
  const roleIn = async (userId: string) => {
    const isTheirs = and(eq(memberships.workspaceId, mine.id), eq(memberships.userId, userId));
    return (await db.select().from(memberships).where(isTheirs))[0]?.role;
  };
  const invited = async (email: string) => {
    await page.getByLabel(invite.email).fill(email);
    await page.getByRole("button", { name: invite.button }).click();
  };
  await signInWith(page, mine.ownerEmail, demo.password);

  await test.step("an address that is none is refused and stays in the field", async () => {
    const before = await fingerprint(db, mine.id);
    await page.goto(members);
    await page.getByLabel(invite.role, { exact: true }).selectOption("admin");
    await invited("no address");
    await expect(page.getByLabel(invite.email)).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel(invite.email)).toHaveValue("no address");
    await expect(page.getByLabel(invite.role, { exact: true })).toHaveValue("admin");
    expect(await fingerprint(db, mine.id)).toEqual(before);
  });

  await test.step("a newcomer without a proper password does not join; with one they do", async () => {
    await page.getByLabel(invite.role, { exact: true }).selectOption("agent");
    await invited(newcomer.email);
    const sent = fillMessage(invite.sent, { email: newcomer.email });
    await expect(page.getByRole("status").filter({ hasText: sent })).toBeVisible();
    await page.getByRole("button", { name: "Sign out" }).click();

    await page.goto(linkIn(await inbox.mail(newcomer.email, /./), "/invitation"));
    const { name, password, button } = invitationMessages.newcomer;
    await page.getByLabel(name).fill(newcomer.name);
    await page.getByLabel(password).fill("short");
    await page.getByRole("button", { name: button }).click();
    await expect(page.getByLabel(password)).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel(name)).toHaveValue(newcomer.name);
    expect(await db.$count(users, eq(users.email, newcomer.email))).toBe(0);

    await page.getByLabel(password).fill("a-long-enough-secret");
    await page.getByRole("button", { name: button }).click();
    await expect(page).toHaveURL(new RegExp(`/${mine.slug}/inbox$`));
    expect(await db.$count(users, eq(users.email, newcomer.email))).toBe(1);
    await page.getByRole("button", { name: "Sign out" }).click();
  });

  await test.step("who has an account joins with it", async () => {
    await signInWith(page, mine.ownerEmail, demo.password);
    await page.goto(members);
    await invited(other.agentEmail);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.goto(linkIn(await inbox.mail(other.agentEmail, /./), "/invitation"));
    await fillSignIn(page, other.agentEmail, demo.password);
    await page.getByRole("button", { name: invitationMessages.join }).click();
    await expect(page).toHaveURL(new RegExp(`/${mine.slug}/inbox$`));
    expect(await roleIn(other.agentId)).toBe("agent");
    await page.getByRole("button", { name: "Sign out" }).click();
  });

  await test.step("a role is given, but the last owner stays one", async () => {
    await signInWith(page, mine.ownerEmail, demo.password);
    await page.goto(members);
    await give(newcomer.name, "admin");
    const changed = fillMessage(team.changed, { name: newcomer.name, role: roles.admin });
    await expect(page.getByRole("status").filter({ hasText: changed })).toBeVisible();

    const before = await fingerprint(db, mine.id);
    await give(`Owner of ${mine.slug}`, "agent");
    await expect(page.getByRole("alert")).toContainText(teamRefusalMessages.last_owner);
    expect(await roleIn(mine.ownerId)).toBe("owner");
    expect(await fingerprint(db, mine.id)).toEqual(before);
    expect(await workOn(sql, mine.id)).toEqual(nothing);
  });

  await test.step("a member is removed, once that is confirmed", async () => {
    const name = `Agent of ${other.slug}`;
    const remove = main.getByRole("button", { name: removal.confirm, exact: true });
    await expect(remove.first()).toBeHidden();
    // Playwright's search by text passes over what stands in a noscript element.
    const label = fillMessage(team.removeLabel, { name });
    await main.locator("summary", { hasText: label }).click();
    await remove.and(page.locator(":visible")).click();
    const removed = fillMessage(team.removed, { name });
    await expect(page.getByRole("status").filter({ hasText: removed })).toBeVisible();
    expect(await roleIn(other.agentId)).toBeUndefined();
    expect(await db.$count(users, eq(users.id, other.agentId))).toBe(1);
  });

  await test.step("an invitation is withdrawn", async () => {
    const email = `late@${mine.slug}.test`;
    await invited(email);
    const label = fillMessage(invitations.withdrawLabel, { email });
    await page.getByRole("button", { name: label }).click();
    const withdrawn = fillMessage(invitations.withdrawn, { email });
    await expect(page.getByRole("status").filter({ hasText: withdrawn })).toBeVisible();
    await expect(page.getByRole("button", { name: label })).toHaveCount(0);
  });

  async function give(name: string, role: string) {
    const control = page
      .getByLabel(fillMessage(team.roleOf, { name }), { exact: true })
      .and(page.locator(":visible"));
    await control.selectOption(role);
    await page.getByRole("button", { name: fillMessage(team.changeLabel, { name }) }).click();
  }
});

test("a person looks after their account, and leaves a workspace", async ({
  page,
  createBusiness,
  demo,
  db,
  sql,
  inbox,
}) => {
  test.setTimeout(150_000);
  const { profile, email, password, sessions: browsers, workspaces, meta } = accountMessages;
  const { id, slug, agentId, agentEmail, ownerEmail } = await createBusiness();
  const account = async () => (await db.select().from(users).where(eq(users.id, agentId)))[0];
  const section = (name: string) => page.getByRole("region", { name, exact: true });
  await linkMetaLogin(sql, agentId);
  await signInWith(page, agentEmail, demo.password);
  await page.goto("/account");

  await test.step("a name that is none is refused; another is kept, with the language", async () => {
    const own = section(profile.title);
    await own.getByLabel(profile.name).fill("  ");
    await own.getByLabel(profile.language).selectOption("id");
    await own.getByRole("button", { name: profile.button }).click();
    await expect(own.getByLabel(profile.name)).toHaveAttribute("aria-invalid", "true");
    await expect(own.getByLabel(profile.language)).toHaveValue("id");
    expect(await account()).toMatchObject({ name: `Agent of ${slug}`, locale: "en" });

    await own.getByLabel(profile.name).fill("Ines Okafor");
    await own.getByRole("button", { name: profile.button }).click();
    await expect(own.getByRole("status")).toContainText(profile.done);
    expect(await account()).toMatchObject({ name: "Ines Okafor", locale: "id" });
  });

  await test.step("a wrong password changes none; the right one does", async () => {
    const own = section(password.title);
    const before = (await account())?.passwordHash;
    await own.getByLabel(password.current).fill("wrong-secret");
    await own.getByLabel(password.next).fill("another-long-secret");
    await own.getByRole("button", { name: password.button }).click();
    await expect(own.getByRole("alert")).toContainText(refusalMessages.wrong_password);
    await expect(own.getByLabel(password.current)).toHaveAttribute("aria-invalid", "true");
    await expect(own.getByLabel(password.next)).toHaveValue("");
    expect(await page.content()).not.toMatch(/wrong-secret|another-long-secret/);
    expect((await account())?.passwordHash).toBe(before);

    await own.getByLabel(password.current).fill(demo.password);
    await own.getByLabel(password.next).fill("another-long-secret");
    await own.getByRole("button", { name: password.button }).click();
    await expect(own.getByRole("status")).toContainText(password.done);
    expect((await account())?.passwordHash).not.toBe(before);
    // What was signed in elsewhere is not any more.
    expect(await db.$count(sessions, eq(sessions.userId, agentId))).toBe(1);
  });

  await test.step("another browser is signed out", async () => {
    const expiresAt = new Date("2099-01-01T00:00:00Z");
    for (const userAgent of ["one", "two"]) {
      await db.insert(sessions).values({ userId: agentId, expiresAt, userAgent });
    }
    await page.goto("/account");
    const own = section(browsers.title);
    await own
      .getByRole("button", { name: /^Sign out An unknown browser/ })
      .first()
      .click();
    await expect(own.getByRole("status")).toContainText(browsers.ended);
    expect(await db.$count(sessions, eq(sessions.userId, agentId))).toBe(2);
    await own.getByRole("button", { name: browsers.endOthers }).click();
    await expect(own.getByRole("status")).toContainText(browsers.othersEnded);
    expect(await db.$count(sessions, eq(sessions.userId, agentId))).toBe(1);
  });

  await test.step("the address changes by a code that was sent to the new one", async () => {
    const address = `ines@${slug}.test`;
    const own = section(email.title);
    await expect(own.getByRole("button", { name: email.change })).toBeHidden();
    await own.getByRole("link", { name: email.change }).click();
    await own.getByLabel(email.address).fill(address);
    await own.getByLabel(email.password).fill("wrong-secret");
    await own.getByRole("button", { name: email.send }).click();
    await expect(own.getByLabel(email.password)).toHaveAttribute("aria-invalid", "true");
    await expect(own.getByLabel(email.address)).toHaveValue(address);
    expect(await inbox.mailsTo(address)).toEqual([]);

    await own.getByLabel(email.password).fill("another-long-secret");
    await own.getByRole("button", { name: email.send }).click();
    await expect(own.getByRole("status")).toContainText(email.sent);
    const mail = await inbox.mail(address, /./);
    await own.getByLabel(email.code).fill("0000 0000");
    await own.getByRole("button", { name: email.confirm }).click();
    await expect(own.getByRole("alert")).toContainText(refusalMessages.wrong_code);
    expect((await account())?.email).toBe(agentEmail);

    await own.getByLabel(email.code).fill(/\d{4} \d{4}/.exec(mail.text)?.[0] ?? "");
    await own.getByRole("button", { name: email.confirm }).click();
    await expect(own.getByRole("status")).toContainText(email.done);
    expect((await account())?.email).toBe(address);
  });

  await test.step("the Meta login is disconnected, and the workspace left", async () => {
    await page.goto("/account");
    await section(meta.title).getByRole("button", { name: meta.button }).click();
    await expect(section(meta.title).getByRole("status")).toContainText(meta.done);
    expect(await db.$count(metaIdentities, eq(metaIdentities.userId, agentId))).toBe(0);

    const own = section(workspaces.title);
    const name = `Workspace ${slug}`;
    await own.getByRole("button", { name: fillMessage(workspaces.leaveLabel, { name }) }).click();
    await expect(own.getByRole("status")).toContainText(fillMessage(workspaces.left, { name }));
    expect(await db.$count(memberships, eq(memberships.userId, agentId))).toBe(0);
    expect(await workOn(sql, id)).toEqual(nothing);
    expect(await db.$count(users, eq(users.email, ownerEmail))).toBe(1);
  });
});

test("an account is deleted with its password, and not with another", async ({
  page,
  createBusiness,
  demo,
  db,
  sql,
}) => {
  const { id, agentId, agentEmail } = await createBusiness();
  await signInWith(page, agentEmail, demo.password);
  await page.goto("/account");
  await expect(page.getByRole("button", { name: deleteAccountMessages.button })).toBeHidden();
  await page.getByRole("link", { name: deleteAccountMessages.button }).click();
  const { erased, retained } = deleteWorkspaceMessages.preview;
  await expect(page.getByRole("heading", { name: erased })).toBeVisible();
  await expect(page.getByRole("heading", { name: retained })).toBeVisible();
  await expect(page.getByText(deleteAccountMessages.tokens)).toBeVisible();

  const section = page.getByRole("region", { name: deleteAccountMessages.title });
  const confirm = section.getByRole("button", { name: deleteAccountMessages.button });
  const before = await fingerprint(db, id);
  await section.getByLabel(deleteAccountMessages.password.label).fill("wrong-secret");
  await confirm.click();
  await expect(section.getByRole("alert")).toContainText(refusalMessages.wrong_password);
  await expect(section.getByLabel(deleteAccountMessages.password.label)).toHaveAttribute(
    "aria-invalid",
    "true",
  );
  expect(await page.content()).not.toContain("wrong-secret");
  expect(await fingerprint(db, id)).toEqual(before);
  expect(await db.$count(users, eq(users.id, agentId))).toBe(1);
  expect(await workOn(sql, agentId)).toEqual(nothing);

  await section.getByLabel(deleteAccountMessages.password.label).fill(demo.password);
  await confirm.click();
  await expect(page).toHaveURL(/\/data-deletion\/status\/[A-Za-z0-9]{20}$/);
  expect((await workOn(sql, agentId)).requests).toBe(1);
  await expect
    .poll(async () => await db.$count(users, eq(users.id, agentId)), {
      timeout: 40_000,
    })
    .toBe(0);
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a workspace is deleted once its slug is typed, and not by another", async ({
  page,
  createBusiness,
  demo,
  db,
  sql,
}) => {
  const { id, slug, ownerEmail } = await createBusiness();
  const { button, slug: field, refusals, preview, consequences } = deleteWorkspaceMessages;
  await signInWith(page, ownerEmail, demo.password);
  await page.goto(`/${slug}/settings/general`);
  await expect(page.getByRole("button", { name: button })).toBeHidden();
  await page.getByRole("link", { name: button }).click();
  await expect(page.getByRole("heading", { level: 3 }).first()).toBeInViewport();
  await expect(page.getByRole("heading", { name: preview.erased })).toBeVisible();
  await expect(page.getByText(preview.total)).toBeVisible();
  await expect(page.getByText(consequences.delivered)).toBeVisible();

  const before = await fingerprint(db, id);
  for (const wrong of ["", slug.toUpperCase(), `${slug} `, "acme"]) {
    await page.getByLabel(field.label).first().fill(wrong);
    await page.getByRole("button", { name: button }).click();
    await expect(page.getByRole("alert")).toContainText(refusals.slug_mismatch);
    await expect(page.getByLabel(field.label).first()).toHaveAttribute("aria-invalid", "true");
    await expect(page.getByLabel(field.label).first()).toHaveValue(wrong);
    expect(await fingerprint(db, id)).toEqual(before);
    expect(await workOn(sql, id)).toEqual(nothing);
  }

  await page.getByLabel(field.label).first().fill(slug);
  await page.getByRole("button", { name: button }).click();
  await expect(page).toHaveURL(/\/data-deletion\/status\/[A-Za-z0-9]{20}$/);
  expect((await workOn(sql, id)).requests).toBe(1);
  await expect
    .poll(async () => await db.$count(workspaces, eq(workspaces.id, id)), { timeout: 40_000 })
    .toBe(0);
});

test("a copy is taken first, and given up", async ({ page, createBusiness, demo, db, sql }) => {
  const { id, slug, ownerEmail } = await createBusiness();
  const { exportFirst, slug: field, refusals } = deleteWorkspaceMessages;
  const isIts = eq(workspaceExports.workspaceId, id);
  const atFirst = await db.$count(workspaceExports, isIts);
  await signInWith(page, ownerEmail, demo.password);

  await page.goto(`/${slug}/settings/general?step=delete`);
  await page.getByText(exportFirst.title).click();
  await page.getByLabel(field.label).last().fill("acme");
  await page.getByRole("button", { name: exportFirst.button }).click();
  await expect(page.getByRole("alert")).toContainText(refusals.slug_mismatch);
  expect(await db.$count(workspaceExports, isIts)).toBe(atFirst);
  expect(await workOn(sql, id)).toEqual(nothing);

  await page.getByLabel(field.label).last().fill(slug);
  await page.getByRole("button", { name: exportFirst.button }).click();
  await expect(page).toHaveURL(new RegExp(`/${slug}/settings/backups$`));
  expect(await db.$count(workspaceExports, isIts)).toBe(atFirst + 1);
  const { cancelLabel, removeLabel, cancelled, removed } = exportMessages.list;
  const labels = [cancelLabel, removeLabel].map((label) => label.split("{")[0]).join("|");
  await page
    .getByRole("button", { name: new RegExp(`^(${labels})`) })
    .first()
    .click();
  await expect(
    page.getByRole("status").filter({ hasText: new RegExp(`${cancelled}|${removed}`) }),
  ).toBeFocused();

  await page.getByLabel(exportMessages.start.media).uncheck();
  await page.getByRole("button", { name: exportMessages.start.button }).click();
  await expect(
    page.getByRole("status").filter({ hasText: exportMessages.start.started }),
  ).toBeFocused();
  const taken = await db.select().from(workspaceExports).where(isIts);
  const states = taken.map(({ state, includesMedia }) => `${state}, ${includesMedia}`);
  expect(states.filter((one) => /^(waiting|running|ready), false$/.test(one))).toHaveLength(1);
  expect(await workOn(sql, id)).toEqual(nothing);
});

test("one contact is deleted, by an agent for as long as they are let", async ({
  page,
  createBusiness,
  demo,
  db,
  sql,
}) => {
  const { id, slug, contactIds, agentEmail, ownerEmail } = await createBusiness();
  const [contactId = ""] = contactIds;
  const { buttonOne, confirmOne } = contactsDeletionMessages;
  const isThere = async () => await db.$count(contacts, eq(contacts.id, contactId));
  const setting = async () =>
    (await db.select().from(workspaces).where(eq(workspaces.id, id)))[0]?.agentsDeleteContacts;

  await test.step("the list says what needs a script", async () => {
    await signInWith(page, agentEmail, demo.password);
    await page.goto(`/${slug}/contacts`);
    const line = page.locator("noscript div", { hasText: contactsMessages.withoutScript });
    await expect(line.first()).toBeVisible();
  });

  await test.step("the owner takes it from agents, who are refused from then on", async () => {
    await page.goto(`/${slug}/contacts/${contactId}`);
    await expect(page.getByRole("button", { name: confirmOne })).toBeHidden();
    await page.getByText(buttonOne, { exact: true }).and(page.locator("summary")).click();
    await db.update(workspaces).set({ agentsDeleteContacts: false }).where(eq(workspaces.id, id));
    const before = await fingerprint(db, id);
    await page.getByRole("button", { name: confirmOne }).click();
    await expect(page.getByText(contactMessages.danger.notAllowed)).toBeVisible();
    expect(await isThere()).toBe(1);
    expect(await fingerprint(db, id)).toEqual(before);
    expect(await workOn(sql, id)).toEqual(nothing);
    await page.getByRole("button", { name: "Sign out" }).click();
  });

  await test.step("the owner lets agents again", async () => {
    await signInWith(page, ownerEmail, demo.password);
    await page.goto(`/${slug}/settings/general`);
    for (const isLet of [true, false]) {
      await page.getByLabel(agentsDeletionMessages.label).setChecked(isLet);
      await page.getByRole("button", { name: agentsDeletionMessages.save }).click();
      // The answer's page: a post that is cut off leaves a browser that only half knows that scripts are off.
      const saved = { hasText: agentsDeletionMessages.saved };
      await expect(page.getByRole("status").filter(saved)).toBeFocused();
      expect(await setting()).toBe(isLet);
      await page.goto(`/${slug}/settings/general`);
    }
  });

  await test.step("the contact is deleted from its page", async () => {
    await page.goto(`/${slug}/contacts/${contactId}`);
    await page.getByText(buttonOne, { exact: true }).and(page.locator("summary")).click();
    await page.getByRole("button", { name: confirmOne }).click();
    await expect(page).toHaveURL(new RegExp(`/${slug}/contacts\\?deletion=`));
    await expect.poll(isThere, { timeout: 40_000 }).toBe(0);
    expect(await db.$count(contacts, eq(contacts.workspaceId, id))).toBe(contactIds.length - 1);
  });
});

test.describe("as seen with a script, which is what looks at them", () => {
  test.use({ javaScriptEnabled: true });

  test("the pages in place of dialogs are accessible", async ({ page, signIn, createBusiness }) => {
    const { slug, ownerEmail, agentEmail } = await createBusiness();
    await signIn(page, ownerEmail);
    await page.goto(`/${slug}/settings/general?step=delete`);
    await expectAccessibleInEveryLook(page);
    await page.context().clearCookies();
    await signIn(page, agentEmail);
    for (const step of ["delete", "email"]) {
      await page.goto(`/account?step=${step}`);
      await expectAccessibleInEveryLook(page);
    }
  });
});

async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
