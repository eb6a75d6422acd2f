import type { Locator, Page } from "@playwright/test";
import { eq, inArray } from "drizzle-orm";
import { contactMessages } from "@/components/contacts/messages/contact-messages";
import {
  agentsDeletionMessages as agentsMessages,
  contactsDeletionMessages as dialogMessages,
  contactsProgressMessages as progressMessages,
} from "@/components/contacts/messages/contacts-deletion-messages";
import { contactsMessages, stageNames } from "@/components/contacts/messages/contacts-messages";
import { deleteWorkspaceMessages } from "@/components/erasure/messages/delete-workspace-messages";
import { fillMessage } from "@/components/ui/fill-message";
import { contacts, contactTags, tags } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import type { Db } from "@/lib/erasure/context";
import { vocabulary } from "@/messages/en/vocabulary";
import { captureAction, sendAction } from "./fixtures/captured-action";
import type { Business } from "./fixtures/create-business";
import { totalIn } from "./fixtures/deletion-dialog";
import { expectAccessible } from "./fixtures/expect-accessible";
import { fingerprint } from "./fixtures/fingerprint";
import { expect, test } from "./fixtures/test";
import { desk, phone } from "./fixtures/viewports";
import { workOn } from "./fixtures/work-on";

const { filters, selection } = contactsMessages;
const amelie = { name: "Amélie Nguyễn", phone: "+447700900123", email: "a.nguyen@dubois.test" };
const quinn = { name: "Quinn who never wrote", phone: "+447700900456" };
const nothing = { requests: 0, jobs: 0 };

test.use({ expectedErrors: /Failed to (load resource|fetch)/ });
test.describe.configure({ mode: "default", timeout: 150_000 });

test("an owner finds one among many, picks across pages, and deletes the picked and nobody else", async ({
  page,
  openBrowser,
  signIn,
  createBusiness,
  db,
  sql,
}) => {
  const mine = await createBusiness({ contacts: 120, messages: 1 });
  const neighbour = await createBusiness({ contacts: 1, messages: 1 });
  const before = await fingerprint(db, neighbour.id);
  await nameSome(db, mine);
  const list = `/${mine.slug}/contacts`;
  await page.setViewportSize(desk);
  await signIn(page, mine.ownerEmail);
  await page.goto(list);
  const search = page.getByLabel(contactsMessages.search.label);

  await test.step("by name, number in another notation, e-mail and tag", async () => {
    await expect(page.getByText(counted(121)).first()).toBeVisible();
    for (const typed of ["nguyen amelie", "07700 900-123", "0044 (0)7700 900123", amelie.email]) {
      await search.fill(typed);
      await expect(page.getByText(contactsMessages.countedOne).first(), typed).toBeVisible();
      await expect(rows(page)).toHaveText([/Amélie Nguyễn.*\+447700900123/]);
    }
    await search.fill("Wholes");
    await expect(page.getByText(counted(3)).first()).toBeVisible();
    await expect(rows(page)).toHaveCount(3);
    await search.fill("nobody is called so");
    await expect(page.getByText(contactsMessages.nobodyFound)).toBeVisible();
  });

  await test.step("by what narrows down, one upon the other, and in another order", async () => {
    await search.fill("");
    await choice(page, filters.stage).selectOption(stageNames.customer);
    await expect(page.getByText(counted(2)).first()).toBeVisible();
    await choice(page, filters.tag).selectOption("wholesale");
    await expect(page.getByText(contactsMessages.countedOne).first()).toBeVisible();
    await expect(rows(page)).toHaveText([/Amélie/]);
    await choice(page, filters.stage).selectOption(filters.anyStage);
    await choice(page, filters.tag).selectOption(filters.anyTag);
    await choice(page, filters.conversation).selectOption(filters.withoutConversation);
    await expect(rows(page)).toHaveText([/Quinn/]);
    await choice(page, filters.conversation).selectOption(filters.anyConversation);
    await expect(page.getByText(counted(121)).first()).toBeVisible();
    await expect(rows(page).first()).toContainText(amelie.name);
    await choice(page, filters.sort).selectOption(filters.byNewest);
    await expect(rows(page).first()).toContainText(quinn.name);
    await expect(rows(page).nth(1)).toContainText("Zoë علي 119");
  });

  await test.step("two picked pages apart go at a press, with what the dialog counted", async () => {
    const pages = countPages(page);
    await box(page, "Zoë علي 118").check();
    await scrollTo(page, box(page, "Zoë علي 5"));
    await box(page, "Zoë علي 5").check();
    expect(pages(), "the second page and the third").toBe(2);
    await expect(page.getByText(some(2))).toBeVisible();
    await page.getByRole("button", { name: dialogMessages.button, exact: true }).click();

    const dialog = page.getByRole("dialog", { name: "Delete 2 contacts?" });
    const { contacts: ofContacts, messages: ofMessages } = vocabulary.categories;
    await expect(line(dialog, ofContacts.title), "with tags and attributes").toContainText("6");
    await expect(line(dialog, ofMessages.title), "with statuses").toContainText("6");
    await expect(dialog).toContainText(deleteWorkspaceMessages.preview.retained);
    await expect(dialog).toContainText(dialogMessages.kept.title);
    for (const kept of [dialogMessages.kept.stop, dialogMessages.kept.invoices]) {
      await expect(dialog).toContainText(kept);
    }
    await expectAccessible(page, "the dialog");
    await expect(dialog.getByLabel(dialogMessages.typed.label)).toHaveCount(0);
    const promised = await totalIn(dialog);
    await dialog.getByRole("button", { name: confirmMany(2) }).click();
    await expectResult(page, fillMessage(progressMessages.done, { count: "2" }), promised);
    expect(await whoIsLeft(db, mine)).toEqual({ gone: [5, 118], left: 119 });
  });

  await test.step("more than ten ask for their number, which the server compares again", async () => {
    await scrollTo(page, box(page, "Zoë علي 119"), "Home");
    await box(page, "Zoë علي 119").click();
    await box(page, "Zoë علي 108").click({ modifiers: ["Shift"] });
    await expect(page.getByText(some(11))).toBeVisible();
    await page.getByRole("button", { name: dialogMessages.button, exact: true }).click();
    const dialog = page.getByRole("dialog", { name: "Delete 11 contacts?" });
    const confirm = dialog.getByRole("button", { name: confirmMany(11) });
    const typed = dialog.getByLabel(dialogMessages.typed.label);
    await expect(confirm).toBeDisabled();
    await typed.fill("10");
    await expect(confirm).toBeDisabled();
    await typed.fill("11");

    const action = await captureAction(page, () => confirm.click());
    await expect(dialog).toContainText(dialogMessages.unanswered);
    const untouched = await fingerprint(db, mine.id);
    const body = action.body.replace('"confirmCount":11', '"confirmCount":10');
    expect(body).not.toBe(action.body);
    expect(await (await sendAction(page, { ...action, body })).text()).toContain("count_mismatch");
    expect(await fingerprint(db, mine.id)).toEqual(untouched);
    expect(await workOn(sql, mine.id)).toEqual(nothing);

    const promised = await totalIn(dialog);
    await confirm.click();
    await expectResult(page, fillMessage(progressMessages.done, { count: "11" }), promised);
    const many = Array.from({ length: 12 }, (_, at) => 108 + at);
    expect(await whoIsLeft(db, mine)).toEqual({ gone: [5, ...many], left: 108 });
  });

  await test.step("a neighbour's owner finds neither the list nor anybody on it", async () => {
    const stranger = await openBrowser();
    await signIn(stranger, neighbour.ownerEmail);
    const [someone = ""] = mine.contactIds;
    for (const address of [list, `${list}/${someone}`, `/${neighbour.slug}/contacts/${someone}`]) {
      expect((await stranger.goto(address))?.status(), address).toBe(404);
      await expect(stranger.getByText("Zoë")).toHaveCount(0);
    }
    const action = await captureAction(page, () => search.fill("nguyen"));
    await expect(page.getByText(contactsMessages.failed)).toBeVisible();
    const untouched = await fingerprint(db, mine.id);
    const url = new URL(`/${neighbour.slug}/contacts`, action.url).href;
    const answer = await (await sendAction(stranger, { ...action, url })).text();
    expect(answer).toContain("not_authorised");
    expect(answer).not.toContain(amelie.name);
    expect(await fingerprint(db, mine.id)).toEqual(untouched);
    await page.getByRole("button", { name: contactsMessages.again }).click();
    await expect(rows(page)).toHaveText([/Amélie/]);
  });

  expect(await fingerprint(db, neighbour.id)).toEqual(before);
});

test("on a telephone, an agent deletes one they looked for, and only while their owner lets them", async ({
  page,
  openBrowser,
  signIn,
  createBusiness,
  db,
  sql,
}) => {
  const mine = await createBusiness({ contacts: 60, messages: 1 });
  const neighbour = await createBusiness({ contacts: 1, messages: 1 });
  const before = await fingerprint(db, neighbour.id);
  await nameSome(db, mine);
  const list = `/${mine.slug}/contacts`;
  const owner = await openBrowser();
  for (const one of [page, owner]) await one.setViewportSize(phone);
  await signIn(owner, mine.ownerEmail);
  await signIn(page, mine.agentEmail);
  await page.goto(list);
  const deleteButton = page.getByRole("button", { name: dialogMessages.button, exact: true });
  const confirm = page.getByRole("button", { name: dialogMessages.confirmOne });

  await test.step("what they pick stays picked below the fold, and not in another search", async () => {
    await box(page, amelie.name).check();
    await scrollTo(page, box(page, "Zoë علي 9"));
    await box(page, "Zoë علي 9").check();
    await expect(page.getByText(some(2))).toBeVisible();
    await expectAccessible(page, "on a telephone");
    await page.getByLabel(contactsMessages.search.label).fill("07700 900123");
    await expect(page.getByText(contactsMessages.countedOne).first()).toBeVisible();
    await expect(deleteButton).toHaveCount(0);
    await expect(rows(page)).toHaveText([/Amélie.*\+447700900123.*Customer/]);
    await box(page, amelie.name).check();
    await deleteButton.click();
    await expect(confirm).toBeEnabled();
  });

  await test.step("the owner no longer lets agents: the open dialog is refused", async () => {
    await letAgents(owner, mine, false);
    const untouched = await fingerprint(db, mine.id);
    await confirm.click();
    await expect(page.getByRole("dialog")).toContainText(dialogMessages.refusals.not_authorised);
    expect(await fingerprint(db, mine.id)).toEqual(untouched);
    expect(await workOn(sql, mine.id)).toEqual(nothing);

    await page.goto(list);
    await box(page, amelie.name).check();
    await expect(page.getByText(some(1))).toBeVisible();
    await expect(deleteButton).toHaveCount(0);
    await page.getByRole("link", { name: amelie.name }).click();
    await expect(page.getByText(contactMessages.danger.notAllowed)).toBeVisible();
  });

  await test.step("an agent cannot let themselves", async () => {
    const action = await captureAction(owner, async () => {
      await owner.getByLabel(agentsMessages.label).click();
    });
    const untouched = await fingerprint(db, mine.id);
    expect(await (await sendAction(page, action)).text()).toContain("not_authorised");
    expect(await fingerprint(db, mine.id)).toEqual(untouched);
    await page.goto(`/${mine.slug}/settings/general`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByLabel(agentsMessages.label)).toHaveCount(0);
  });

  await test.step("the owner lets them again, and one goes", async () => {
    await letAgents(owner, mine, true);
    await page.goto(list);
    await page.getByLabel(contactsMessages.search.label).fill(amelie.email);
    await expect(page.getByText(contactsMessages.countedOne).first()).toBeVisible();
    await box(page, amelie.name).check();
    await deleteButton.click();
    await expect(page.getByRole("dialog")).toContainText(dialogMessages.kept.title);
    const promised = await totalIn(page.getByRole("dialog"));
    await confirm.click();
    await expectResult(page, progressMessages.doneOne, promised);
    expect(await whoIsLeft(db, mine)).toEqual({ gone: [7], left: 60 });
  });

  expect(await fingerprint(db, neighbour.id)).toEqual(before);
});

/** One with a name, number and address of her own; two customers, three with a tag, one who never wrote. */
async function nameSome(db: Db, { id: workspaceId, contactIds }: Business): Promise<void> {
  const [one = "", two = "", ...more] = [7, 20, 40, 41].map((at) => contactIds[at]);
  const tag = { workspaceId, id: newId(), name: "wholesale", color: "teal" as const };
  await db.update(contacts).set(amelie).where(eq(contacts.id, one));
  await db
    .update(contacts)
    .set({ lifecycleStage: "customer" })
    .where(inArray(contacts.id, [one, two]));
  await db.insert(tags).values(tag);
  await db.insert(contactTags).values(
    [one, ...more].map((contactId = "") => {
      return { workspaceId, id: newId(), contactId, tagId: tag.id };
    }),
  );
  await db.insert(contacts).values({ workspaceId, id: newId(), ...quinn });
}

/** Which of a business's contacts are gone, by the order they were made in, and how many it still has. */
async function whoIsLeft(db: Db, { id, contactIds }: Business) {
  const left = await db
    .select({ id: contacts.id })
    .from(contacts)
    .where(eq(contacts.workspaceId, id));
  const ids = new Set(left.map((contact) => contact.id));
  const gone = contactIds.flatMap((contactId, at) => (ids.has(contactId) ? [] : [at]));
  return { gone, left: left.length };
}

function rows(page: Page): Locator {
  return page.getByRole("row").filter({ has: page.getByRole("link") });
}

function box(page: Page, name: string): Locator {
  const label = fillMessage(contactsMessages.selectOne, { name });
  return page.getByRole("checkbox", { name: label, exact: true });
}

function choice(page: Page, name: string): Locator {
  return page.getByRole("combobox", { name, exact: true });
}

function line(dialog: Locator, title: string): Locator {
  const named = dialog.page().getByText(title, { exact: true });
  return dialog.getByRole("listitem").filter({ has: named });
}

function counted(count: number): string {
  return fillMessage(contactsMessages.counted, { count: String(count) });
}

function some(count: number): string {
  return fillMessage(selection.some, { count: String(count) });
}

function confirmMany(count: number): string {
  return fillMessage(dialogMessages.confirmMany, { count: String(count) });
}

/** Goes down the list as far as it is there, or up, until what is looked for has come. */
async function scrollTo(page: Page, wanted: Locator, key: "End" | "Home" = "End"): Promise<void> {
  const list = page.getByRole("region", { name: contactsMessages.title, exact: true });
  await expect(async () => {
    await list.press(key);
    await expect(wanted).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
}

/** How many more pages of contacts were asked for since. */
function countPages(page: Page): () => number {
  let pages = 0;
  page.on("request", (request) => {
    if (request.postData()?.includes('"after":{')) pages += 1;
  });
  return () => pages;
}

async function letAgents(owner: Page, { slug }: Business, isAllowed: boolean): Promise<void> {
  await owner.goto(`/${slug}/settings/general`);
  const setting = owner.getByLabel(agentsMessages.label);
  await expect(setting).toBeChecked({ checked: !isAllowed });
  await setting.click();
  await expect(owner.getByText(agentsMessages.saved)).toBeVisible();
  await expect(setting).toBeChecked({ checked: isAllowed });
}

async function expectResult(page: Page, title: string, promised: number): Promise<void> {
  const region = page.getByRole("region", { name: progressMessages.region });
  const result = region.getByRole("status").filter({ hasText: title });
  await expect(result).toBeVisible({ timeout: 40_000 });
  const records = fillMessage(progressMessages.rows, { rows: String(promised) });
  await expect(result, "the records gone are those promised").toContainText(records);
}
