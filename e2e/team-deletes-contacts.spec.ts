import type { Page } from "@playwright/test";
import { and, eq, inArray } from "drizzle-orm";
import { contactMessages } from "@/components/contacts/messages/contact-messages";
import {
  contactsDeletionMessages as dialogMessages,
  contactsProgressMessages as progressMessages,
} from "@/components/contacts/messages/contacts-deletion-messages";
import { contactsMessages } from "@/components/contacts/messages/contacts-messages";
import { importMessages } from "@/components/contacts/messages/import-messages";
import { contacts, conversations, workspaces } from "@/db/schema";
import { captureAction, sendAction } from "./fixtures/captured-action";
import { expectAccessible, expectAccessibleInEveryLook } from "./fixtures/expect-accessible";
import { fingerprint } from "./fixtures/fingerprint";
import { expect, test } from "./fixtures/test";
import { desk, phone } from "./fixtures/viewports";
import { workOn } from "./fixtures/work-on";

test.use({ expectedErrors: /Failed to (load resource|fetch)/ });

test("a team deletes contacts: an agent is refused, an owner deletes one, a selection, and one from the inbox by telephone", async ({
  page,
  openBrowser,
  signIn,
  createBusiness,
  db,
  sql,
}) => {
  test.setTimeout(150_000);
  const mine = await createBusiness({ contacts: 14, messages: 2 });
  const neighbour = await createBusiness({ contacts: 1, messages: 1 });
  const before = await fingerprint(db, neighbour.id);
  const [first = "", second = "", ...others] = mine.contactIds;
  const list = `/${mine.slug}/contacts`;
  await db
    .update(workspaces)
    .set({ agentsDeleteContacts: false })
    .where(eq(workspaces.id, mine.id));
  await page.setViewportSize(desk);
  await signIn(page, mine.ownerEmail);

  await test.step("an agent sees no way, and the server refuses them", async () => {
    const agent = await openBrowser();
    await signIn(agent, mine.agentEmail);
    await agent.goto(`${list}/${first}`);
    await expect(agent.getByText(contactMessages.danger.notAllowed)).toBeVisible();
    await expect(agent.getByRole("button", { name: dialogMessages.buttonOne })).toHaveCount(0);

    await page.goto(`${list}/${first}`);
    await page.getByRole("button", { name: dialogMessages.buttonOne }).click();
    const confirm = page.getByRole("button", { name: dialogMessages.confirmOne });
    await expect(confirm).toBeEnabled();
    const action = await captureAction(page, () => confirm.click());
    const untouched = await fingerprint(db, mine.id);
    expect(await (await sendAction(agent, action)).text()).toContain("not_authorised");
    expect(await fingerprint(db, mine.id)).toEqual(untouched);
    expect(await workOn(sql, mine.id)).toEqual({ requests: 0, jobs: 0 });
    await expect(page.getByRole("dialog")).toContainText(dialogMessages.unanswered);
  });

  await test.step("an owner deletes one contact from its page", async () => {
    await expectAccessible(page, "the dialog");
    await page.getByRole("button", { name: dialogMessages.confirmOne }).click();
    await expect(page).toHaveURL(/\/contacts\?deletion=/);
    await expectResult(page, progressMessages.doneOne);
    expect(await left(db, [first])).toBe(0);
    await page.goto(`${list}/${first}`);
    await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Zoë");
  });

  await test.step("and all that match but for one, whose number they type", async () => {
    await page.goto(list);
    const boxes = page.getByRole("row").getByRole("checkbox");
    await boxes.nth(1).check();
    await page.getByRole("button", { name: "Select all 13 that match" }).click();
    const kept = page.getByRole("row").filter({ hasText: "+15550000001" });
    await kept.getByRole("checkbox").uncheck();
    await page.getByRole("button", { name: dialogMessages.button, exact: true }).click();
    const confirm = page.getByRole("button", { name: "Delete 12 contacts" });
    const typed = page.getByLabel(dialogMessages.typed.label);
    await typed.fill("13");
    await expect(confirm).toBeDisabled();
    await typed.fill("12");
    await confirm.click();
    await expectResult(page, "12 contacts deleted");
    expect(await left(db, others)).toBe(0);
    expect(await left(db, [second])).toBe(1);
    await expect(page.getByRole("row").filter({ hasText: "+1555000" })).toHaveCount(1);
    await expectAccessibleInEveryLook(page);
  });

  await test.step("and the last one by telephone, from the conversation", async () => {
    await page.setViewportSize(phone);
    const [thread] = await db
      .select({ id: conversations.id })
      .from(conversations)
      .where(and(eq(conversations.workspaceId, mine.id), eq(conversations.contactId, second)));
    await page.goto(`/${mine.slug}/inbox/${thread?.id}`);
    await page.getByRole("button", { name: dialogMessages.buttonOne }).click();
    await page.getByRole("button", { name: dialogMessages.confirmOne }).click();
    await expect(page).toHaveURL(/\/inbox\?deletion=/);
    await expectResult(page, progressMessages.doneOne);
    await expect(page.getByRole("navigation", { name: "Conversations" })).not.toContainText("Zoë");
    expect(await left(db, mine.contactIds)).toBe(0);
  });

  await test.step("a list that would bring them back says so, line by line", async () => {
    await page.goto(`${list}/import`);
    await page.getByLabel(importMessages.file).setInputFiles({
      name: "list.csv",
      mimeType: "text/csv",
      buffer: Buffer.from("name,phone\nZoë,+1 555 000 0001\nNia,+44 7700 900123\nNobody,"),
    });
    await page.getByRole("button", { name: importMessages.send }).click();
    await expect(page.getByText("1 imported, 0 updated, 2 refused")).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: "2" }).first()).toContainText(
      importMessages.refusals.just_erased,
    );
    await expectAccessibleInEveryLook(page);
    await page.goto(list);
    await expect(page.getByText(contactsMessages.countedOne).first()).toBeVisible();
  });

  expect(await fingerprint(db, neighbour.id)).toEqual(before);
});

async function expectResult(page: Page, title: string): Promise<void> {
  const region = page.getByRole("region", { name: progressMessages.region });
  await expect(region.getByText(title, { exact: true })).toBeVisible({ timeout: 40_000 });
  await expect(region.getByRole("link", { name: progressMessages.receipt })).toBeVisible();
}

async function left(
  db: Parameters<typeof fingerprint>[0],
  contactIds: readonly string[],
): Promise<number> {
  return await db.$count(contacts, inArray(contacts.id, [...contactIds]));
}
