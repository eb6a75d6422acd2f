import type { Page } from "@playwright/test";
import { contactsDeletionMessages } from "@/components/contacts/messages/contacts-deletion-messages";
import { receipt } from "@/messages/en/receipt";
import { addPhoto } from "./fixtures/add-photo";
import { openDeletionDialog } from "./fixtures/deletion-dialog";
import { ends } from "./fixtures/ends";
import { expectAccessible } from "./fixtures/expect-accessible";
import { fact } from "./fixtures/fact";
import { expect, test } from "./fixtures/test";

test("a photo in the inbox loads at no address once its sender, or the workspace, is deleted; the receipt says so, and is checked", async ({
  page,
  openBrowser,
  signIn,
  createBusiness,
  files,
}) => {
  test.setTimeout(120_000);
  const { id: workspaceId, slug, ownerEmail, agentEmail, contactIds } = await createBusiness();
  const [leaving = "", staying = ""] = contactIds;
  const theirs = await addPhoto(files, { workspaceId, contactId: leaving });
  const kept = await addPhoto(files, { workspaceId, contactId: staying });
  const addressOf = ({ attachmentId }: typeof theirs) => `/${slug}/media/${attachmentId}`;
  const agent = await openBrowser();
  await signIn(agent, agentEmail);
  await signIn(page, ownerEmail);

  await test.step("the contact goes, and their photo with them", async () => {
    await page.goto(`/${slug}/inbox/${theirs.conversationId}`);
    await expect.poll(() => widthOf(page)).toBeGreaterThan(0);
    const before = await agent.request.get(addressOf(theirs));
    expect(before.status()).toBe(200);
    expect(before.headers()["cache-control"]).toBe("private, no-store");

    await page.getByRole("button", { name: contactsDeletionMessages.buttonOne }).click();
    await page.getByRole("button", { name: contactsDeletionMessages.confirmOne }).click();
    await expect(page).toHaveURL(/\/inbox\?deletion=/);
    await expect.poll(() => files.store.isGone(theirs.key), { timeout: 30_000 }).toBe(true);
    for (const browser of [page, agent]) {
      expect((await browser.request.get(addressOf(theirs))).status()).toBe(404);
    }
    await page.goto(`/${slug}/inbox/${kept.conversationId}`);
    await expect.poll(() => widthOf(page)).toBeGreaterThan(0);
  });

  const { slug: typed, confirm } = await openDeletionDialog(page, slug);
  await typed.fill(slug);
  await confirm.click();
  await ends(page, "completed_with_retentions");
  expect(await files.store.isGone(kept.key)).toBe(true);
  const later = await agent.request.get(addressOf(kept), { maxRedirects: 0 });
  expect(later.status()).toBe(404);

  await page.getByRole("link", { name: receipt.open }).click();
  await expect(page.getByRole("heading", { level: 1, name: receipt.title })).toBeVisible();
  await expect(fact(page, receipt.facts.files)).toHaveText(/^[1-9]\d*$/);
  await expectAccessible(page);
  const signed = page.getByRole("link", { name: receipt.saveSigned });
  const jws = await (await page.request.get((await signed.getAttribute("href")) ?? "")).text();

  await page.getByRole("link", { name: receipt.toCheck }).click();
  await expect(page.getByRole("heading", { level: 1, name: receipt.check.title })).toBeVisible();
  await check(page, jws, receipt.check.valid);
  await expect(page.getByText(receipt.statement)).toBeVisible();
  await expectAccessible(page);
  const [head = "", body = "", seal = ""] = jws.trim().split(".");
  const changed = Buffer.from(body, "base64url").toString().replace('"rows":', '"rows":1');
  const altered = [head, Buffer.from(changed).toString("base64url"), seal].join(".");
  expect(altered).not.toBe(jws.trim());
  await check(page, altered, receipt.check.altered);
  await check(page, "no receipt", receipt.check.unreadable);
  await page.getByLabel(receipt.check.file).setInputFiles({
    name: "receipt.jws",
    mimeType: "application/jose",
    buffer: Buffer.from(jws),
  });
  await check(page, "", receipt.check.valid);
});

/** How wide the photo that the conversation shows is; 0 while none has loaded. */
async function widthOf(page: Page): Promise<number> {
  return await page
    .getByRole("img", { name: "garden.png" })
    .evaluate((photo) => (photo instanceof HTMLImageElement ? photo.naturalWidth : 0));
}

async function check(page: Page, text: string, says: string): Promise<void> {
  await page.getByLabel(receipt.check.text, { exact: true }).fill(text);
  await page.getByRole("button", { name: receipt.check.button }).click();
  await expect(page.getByRole("status").getByText(says)).toBeVisible();
}
