import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { exportMessages } from "@/components/exports/messages/export-messages";
import { contacts, memberships, workspaceExports } from "@/db/schema";
import { mails } from "@/messages/en/mails";
import { addPhoto } from "./fixtures/add-photo";
import { captureAction, sendAction } from "./fixtures/captured-action";
import { expectAccessible } from "./fixtures/expect-accessible";
import { fingerprint } from "./fixtures/fingerprint";
import { linkIn } from "./fixtures/inbox";
import { expect, test } from "./fixtures/test";
import { unzip } from "./fixtures/unzip";
import { desk, phone } from "./fixtures/viewports";
import { workOn } from "./fixtures/work-on";

const { start, contact: ofContact, list: listed } = exportMessages;

test.use({ expectedErrors: /Failed to (load resource|fetch)/ });

test("a customer asks what is stored: an owner takes a copy of that contact alone, an admin by telephone, and nobody else", async ({
  page,
  openBrowser,
  signIn,
  createBusiness,
  files,
  inbox,
  db,
  sql,
}) => {
  test.setTimeout(150_000);
  const mine = await createBusiness();
  const neighbour = await createBusiness();
  const before = await fingerprint(db, neighbour.id);
  const { id: workspaceId, slug, ownerEmail, agentEmail } = mine;
  const [contactId = "", other = ""] = mine.contactIds;
  const address = `/${slug}/contacts/${contactId}`;
  const photo = await addPhoto(files, { workspaceId, contactId });
  const others = await addPhoto(files, { workspaceId, contactId: other });
  const colleague = await openBrowser();
  const stranger = await openBrowser();
  await page.setViewportSize(desk);
  await colleague.setViewportSize(phone);
  await signIn(page, ownerEmail);
  await signIn(colleague, agentEmail);
  await signIn(stranger, neighbour.ownerEmail);

  await test.step("an agent is not offered it, and neither they nor a neighbour can start it", async () => {
    await colleague.goto(address);
    await expect(colleague.getByText("customer0@example.test").first()).toBeVisible();
    await expect(colleague.getByRole("button", { name: ofContact.button })).toHaveCount(0);
    for (const refused of [address, `/${neighbour.slug}/contacts/${contactId}`]) {
      expect((await stranger.goto(refused))?.status(), refused).toBe(404);
      await expect(stranger.getByText("customer0@example.test")).toHaveCount(0);
    }

    await page.goto(address);
    const action = await captureAction(page, () =>
      page.getByRole("button", { name: ofContact.button }).click(),
    );
    const untouched = await fingerprint(db, workspaceId);
    expect(await (await sendAction(colleague, action)).text()).toContain("not_authorised");
    const url = new URL(`/${neighbour.slug}/contacts`, action.url).href;
    expect(await (await sendAction(stranger, { ...action, url })).text()).toContain(
      "not_authorised",
    );
    const asTheirs = action.body.replaceAll(workspaceId, neighbour.id);
    expect(asTheirs).not.toBe(action.body);
    const answer = await sendAction(stranger, { ...action, url, body: asTheirs });
    expect(await answer.text()).toContain("not_found");
    expect(await fingerprint(db, workspaceId)).toEqual(untouched);
    expect(await fingerprint(db, neighbour.id)).toEqual(before);
    for (const id of [workspaceId, neighbour.id]) {
      expect(await workOn(sql, id)).toEqual({ requests: 0, jobs: 0 });
    }
  });

  await test.step("an owner's copy has all of this contact, with the photo, and nothing of another", async () => {
    await page.goto(address);
    await page.getByRole("button", { name: ofContact.button }).click();
    await expect(page.getByText(start.started)).toBeVisible();
    const copy = readyCopy(page);
    await expect(copy).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page, "a contact with an export");
    const saving = page.waitForEvent("download");
    await copy.getByRole("link", { name: /^Download the export of/ }).click();
    const zip = await unzip(await readFile(await (await saving).path()));

    expect([...zip.keys()]).toEqual(expect.arrayContaining(["README.txt", "schema.json"]));
    expect(idsIn(zip, "contacts/contacts.jsonl")).toEqual([contactId]);
    expect(idsIn(zip, "messages/messages.jsonl")).toHaveLength(4);
    const everything = [...zip.values()].join("\n");
    expect(everything).toContain("customer0@example.test");
    expect([...zip.keys()].filter((path) => path.startsWith("files/"))).toHaveLength(1);
    const alien = [other, others.attachmentId, "customer1@", neighbour.id];
    for (const word of [...alien, "ciphertext", "$argon2"]) {
      expect(everything, word).not.toContain(word);
    }
    expect(everything).toContain(photo.attachmentId);
  });

  const link = linkIn(
    await inbox.mail(ownerEmail, new RegExp(mails.export.ready.subject)),
    "/download",
  );

  await test.step("its mailed link opens nothing for an agent, a neighbour, or with another's address", async () => {
    expect((await page.request.get(link)).status()).toBe(200);
    for (const [why, who, path] of [
      ["an agent", colleague, link],
      ["a neighbour", stranger, link],
      ["a neighbour at their own address", stranger, link.replace(slug, neighbour.slug)],
    ] as const) {
      expect((await who.request.get(path, { maxRedirects: 0 })).status(), why).toBe(404);
    }
    await expect(page.getByText(listed.states.ready, { exact: true })).toBeVisible();
    expect(await db.$count(contacts, eq(contacts.workspaceId, workspaceId))).toBe(3);
  });

  await test.step("made an admin, the agent takes one by telephone, and deletes it", async () => {
    await db.update(memberships).set({ role: "admin" }).where(eq(memberships.userId, mine.agentId));
    await colleague.goto(`/${slug}/contacts/${other}`);
    await colleague.getByLabel(start.media).uncheck();
    await colleague.getByRole("button", { name: ofContact.button }).click();
    const copy = readyCopy(colleague);
    await expect(copy).toBeVisible({ timeout: 30_000 });
    await expectAccessible(colleague, "a contact with an export, on a telephone");
    const saving = colleague.waitForEvent("download");
    await copy.getByRole("link", { name: /^Download the export of/ }).click();
    const zip = await unzip(await readFile(await (await saving).path()));
    expect(idsIn(zip, "contacts/contacts.jsonl")).toEqual([other]);
    expect([...zip.keys()].filter((path) => path.startsWith("files/"))).toEqual([]);
    expect([...zip.values()].join("\n")).not.toContain(contactId);

    const own = await copy.getByRole("link").getAttribute("href");
    await copy.getByRole("button", { name: /^Delete the export of/ }).click();
    await expect(colleague.getByText(listed.removed)).toBeVisible();
    expect((await colleague.request.get(own ?? "")).status()).toBe(404);
    const left = await db
      .select({ contactId: workspaceExports.contactId })
      .from(workspaceExports)
      .where(eq(workspaceExports.workspaceId, workspaceId));
    expect(left.map((one) => one.contactId)).toContain(contactId);
    expect(left.map((one) => one.contactId)).not.toContain(other);
  });

  expect(await fingerprint(db, neighbour.id)).toEqual(before);
});

function readyCopy(page: Page): Locator {
  const ready = page.getByText(listed.states.ready, { exact: true });
  return page.getByRole("listitem").filter({ has: ready });
}

function idsIn(zip: Map<string, string>, path: string): string[] {
  const text = zip.get(path)?.trim() ?? "";
  return text === "" ? [] : text.split("\n").map((line) => JSON.parse(line).id);
}
