import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { accountMessages } from "@/components/account/messages/account-messages";
import { refusalMessages } from "@/components/account/messages/refusal-messages";
import { signInMessages } from "@/components/crm/messages/sign-in-messages";
import { teamMessages } from "@/components/team/messages/team-messages";
import { fillMessage } from "@/components/ui/fill-message";
import { memberships, metaIdentities, sessions as sessionRows, users } from "@/db/schema";
import type { Db } from "@/lib/erasure/context";
import { captureAction, sendAction } from "./fixtures/captured-action";
import { expectAccessible } from "./fixtures/expect-accessible";
import { fingerprint } from "./fixtures/fingerprint";
import { linkMetaLogin } from "./fixtures/meta";
import { signInWith } from "./fixtures/sign-in";
import { expect, test } from "./fixtures/test";
import { unzip } from "./fixtures/unzip";
import { phone } from "./fixtures/viewports";
import { workOn } from "./fixtures/work-on";

const { profile, password, sessions, workspaces, meta, export: ownExport } = accountMessages;
const nothing = { requests: 0, jobs: 0 };

test.use({ expectedErrors: /Failed to (load resource|fetch)/ });
test.describe.configure({ mode: "default", timeout: 150_000 });

test("on a telephone, a person changes their name and password, and signs one lost browser out", async ({
  page,
  openBrowser,
  signIn,
  createBusiness,
  demo,
  db,
  sql,
}) => {
  const mine = await createBusiness();
  const neighbour = await createBusiness();
  const before = await fingerprint(db, neighbour.id);
  const { slug, agentId, agentEmail, ownerEmail } = mine;
  await page.setViewportSize(phone);
  await signIn(page, agentEmail);
  await page.goto("/account");

  await test.step("a name that is none is refused; another is what colleagues see", async () => {
    // It is there before the page's script is, so that nobody begins to type in an empty field.
    const sent = await (await page.request.get("/account")).text();
    expect(sent).toContain(`value="Agent of ${slug}"`);
    await save(page, " ");
    await expect(page.getByText("Enter your name.")).toBeVisible();
    expect((await account()).name).toBe(`Agent of ${slug}`);
    await save(page, "Ines Okafor");
    await expect(section(page, profile.title).getByText(profile.done)).toBeVisible();
    await expectAccessible(page, "on a telephone");
    const colleague = await openBrowser();
    await signIn(colleague, ownerEmail);
    await colleague.goto(`/${slug}/settings/members`);
    await expect(colleague.getByText("Ines Okafor").first()).toBeVisible();
  });

  await test.step("one of three browsers is signed out, and the others go on", async () => {
    const [lost, kept] = [await openBrowser(), await openBrowser()];
    await lost.setExtraHTTPHeaders({
      "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    });
    for (const one of [lost, kept]) {
      await signIn(one, agentEmail);
      await one.goto(`/${slug}/inbox`);
    }
    await page.goto("/account");
    const label = fillMessage(sessions.endLabel, { browser: "Firefox, Linux", date: "" });
    await page.getByRole("button", { name: label }).click();
    await expect(page.getByText(sessions.ended)).toBeVisible();
    await expect(page.getByRole("button", { name: label })).toHaveCount(0);

    await lost.getByRole("link", { name: "Settings" }).click();
    await expect(lost.getByText(signInMessages.ended)).toBeVisible();
    await kept.getByRole("link", { name: "Settings" }).click();
    await expect(kept).toHaveURL(/\/settings\//);
    await page.goto("/account");
    await expect(page.getByText(sessions.here)).toBeVisible();
  });

  await test.step("a session of somebody else's ends for nobody", async () => {
    const other = await openBrowser();
    await signIn(other, agentEmail);
    await page.goto("/account");
    const action = await captureAction(page, () =>
      page
        .getByRole("button", { name: /^Sign out Chrome/ })
        .first()
        .click(),
    );
    const stranger = await openBrowser();
    await signIn(stranger, neighbour.ownerEmail);
    const count = await openSessions();
    await sendAction(stranger, action);
    expect(await openSessions()).toBe(count);
  });

  await test.step("a wrong password changes nothing; the right one does, and signs out the rest", async () => {
    const { passwordHash } = await account();
    await page.goto("/account");
    await change(page, "not my password", "a-brand-new-secret");
    await expect(page.getByText(refusalMessages.wrong_password).first()).toBeVisible();
    expect((await account()).passwordHash).toBe(passwordHash);
    await change(page, demo.password, "short");
    await expect(page.getByText("Use at least 10 characters.")).toBeVisible();
    expect((await account()).passwordHash).toBe(passwordHash);
    const elsewhere = await openBrowser();
    await signIn(elsewhere, agentEmail);

    await change(page, demo.password, "a-brand-new-secret");
    await expect(page.getByText(password.done)).toBeVisible();
    await elsewhere.goto("/account");
    await expect(elsewhere.getByText(signInMessages.ended)).toBeVisible();
    await elsewhere.getByLabel("E-mail").fill(agentEmail);
    await elsewhere.getByLabel("Password").fill(demo.password);
    await elsewhere.getByRole("button", { name: "Sign in" }).click();
    await expect(elsewhere.getByText("The e-mail address or the password is")).toBeVisible();
    await signInWith(elsewhere, agentEmail, "a-brand-new-secret");
    await page.goto("/account");
    await expect(page.getByText(sessions.here)).toBeVisible();
  });

  for (const id of [mine.id, agentId]) expect(await workOn(sql, id)).toEqual(nothing);
  expect(await fingerprint(db, neighbour.id)).toEqual(before);

  async function openSessions(): Promise<number> {
    return await db.$count(sessionRows, eq(sessionRows.userId, agentId));
  }

  async function account() {
    return await accountOf(db, agentId);
  }
});

test("on a telephone, a person lets go of a Meta login, takes a copy of what is theirs, and leaves a team", async ({
  page,
  openBrowser,
  signIn,
  createBusiness,
  db,
  sql,
}) => {
  const mine = await createBusiness();
  const neighbour = await createBusiness();
  const before = await fingerprint(db, neighbour.id);
  const { slug, agentId, agentEmail, ownerEmail } = mine;
  await page.setViewportSize(phone);
  await signIn(page, agentEmail);
  const stranger = await openBrowser();
  await signIn(stranger, neighbour.ownerEmail);

  await test.step("a Meta login goes where a password is left, and stays where it is the only one", async () => {
    await linkMetaLogin(sql, agentId);
    const { passwordHash } = await accountOf(db, agentId);
    await page.goto("/account");
    const disconnect = page.getByRole("button", { name: meta.button });
    await expect(disconnect).toBeVisible();
    await setHash(null);
    await disconnect.click();
    await expect(page.getByText(refusalMessages.only_login)).toBeVisible();
    expect(await metaLogins()).toBe(1);
    await page.goto("/account");
    await expect(page.getByText(meta.onlyLogin)).toBeVisible();
    await expect(disconnect).toHaveCount(0);

    await setHash(passwordHash);
    await page.goto("/account");
    await disconnect.click();
    await expect(page.getByText(meta.done)).toBeVisible();
    expect(await metaLogins()).toBe(0);
  });

  await test.step("the copy is theirs: not the business's, not a colleague's, and nobody else's to fetch", async () => {
    const saving = page.waitForEvent("download");
    await page.getByRole("link", { name: ownExport.button }).click();
    const download = await saving;
    expect(download.suggestedFilename()).toBe("account.zip");
    const copy = await unzip(await readFile(await download.path()));
    const people = await lines(copy, "account/users.jsonl");
    expect(people).toMatchObject([{ email: agentEmail }]);
    const everything = [...copy.values()].join("\n");
    const others = [ownerEmail, neighbour.ownerEmail, neighbour.id, "customer0@example.test"];
    for (const alien of [...others, "Message 1", "$argon2", "ciphertext"]) {
      expect(everything, alien).not.toContain(alien);
    }

    const theirs = await unzip(await (await stranger.request.get("/account/export")).body());
    expect(await lines(theirs, "account/users.jsonl")).toMatchObject([
      { email: neighbour.ownerEmail },
    ]);
    expect([...theirs.values()].join("\n")).not.toContain(agentEmail);
    const nobody = await openBrowser();
    expect((await nobody.request.get("/account/export")).status()).toBe(401);
    for (let more = 0; more < 4; more += 1) {
      expect((await page.request.get("/account/export")).status()).toBe(200);
    }
    expect((await page.request.get("/account/export")).status(), "a sixth in an hour").toBe(429);
  });

  await test.step("everybody may leave but the last owner, and nobody for somebody else", async () => {
    await page.goto("/account");
    const leaving = fillMessage(workspaces.leaveLabel, { name: `Workspace ${slug}` });
    const leave = page.getByRole("button", { name: leaving });
    const action = await captureAction(page, () => leave.click());
    const owner = await openBrowser();
    await signIn(owner, ownerEmail);
    await owner.goto("/account");
    await expect(owner.getByText(workspaces.soleOwner)).toBeVisible();
    await expect(owner.getByRole("button", { name: leaving })).toHaveCount(0);
    const untouched = await fingerprint(db, mine.id);
    expect(await (await sendAction(owner, action)).text()).toContain("last_owner");
    expect(await (await sendAction(stranger, action)).text()).toContain("not_authorised");
    expect(await fingerprint(db, mine.id)).toEqual(untouched);

    await page.goto("/account");
    await leave.click();
    const left = fillMessage(workspaces.left, { name: `Workspace ${slug}` });
    await expect(page.getByText(left)).toBeVisible();
    await expect(page.getByText(workspaces.none)).toBeVisible();
    expect((await page.goto(`/${slug}/inbox`))?.status()).toBe(404);
    expect(await db.$count(memberships, eq(memberships.workspaceId, mine.id))).toBe(1);
    const { messages: kept } = await fingerprint(db, mine.id);
    expect(kept, "what they wrote there stays there").toBe(untouched.messages);
    await owner.goto(`/${slug}/settings/members`);
    await expect(owner.getByText(teamMessages.team.you, { exact: true })).toBeVisible();
    await expect(owner.getByText(agentEmail)).toHaveCount(0);
  });

  for (const id of [mine.id, agentId]) expect(await workOn(sql, id)).toEqual(nothing);
  expect(await fingerprint(db, neighbour.id)).toEqual(before);

  async function setHash(passwordHash: string | null): Promise<void> {
    await db.update(users).set({ passwordHash }).where(eq(users.id, agentId));
  }

  async function metaLogins(): Promise<number> {
    return await db.$count(metaIdentities, eq(metaIdentities.userId, agentId));
  }
});

async function accountOf(db: Db, userId: string) {
  const [found] = await db.select().from(users).where(eq(users.id, userId));
  if (!found) throw new Error("The account is gone.");
  return found;
}

function section(page: Page, name: string) {
  return page.getByRole("region", { name, exact: true });
}

async function save(page: Page, name: string): Promise<void> {
  await section(page, profile.title).getByLabel(profile.name).fill(name);
  await section(page, profile.title).getByRole("button", { name: profile.button }).click();
}

async function change(page: Page, current: string, next: string): Promise<void> {
  await page.getByLabel(password.current).fill(current);
  await page.getByLabel(password.next).fill(next);
  await page.getByRole("button", { name: password.button }).click();
}

/** The rows of a file of JSON Lines. */
async function lines(zip: Map<string, string>, path: string): Promise<unknown[]> {
  const text = zip.get(path)?.trim() ?? "";
  return text === "" ? [] : text.split("\n").map((line): unknown => JSON.parse(line));
}
