import type { Locator, Page } from "@playwright/test";
import { z } from "zod";
import { actMessages } from "@/components/operator/messages/act-messages";
import { caseMessages } from "@/components/operator/messages/case-messages";
import { signedReceipt } from "@/lib/receipts";
import { receipt } from "@/messages/en/receipt";
import type { DemoFacts } from "../scripts/demo/demo-facts";
import { act } from "./fixtures/act";
import { createConnectedBusiness } from "./fixtures/create-business";
import { openDeletionDialog } from "./fixtures/deletion-dialog";
import { ends } from "./fixtures/ends";
import { expectAccessibleInEveryLook } from "./fixtures/expect-accessible";
import { fingerprint } from "./fixtures/fingerprint";
import { expect, test } from "./fixtures/test";

const StandIn = z.object({
  calls: z.array(z.object({ to: z.string(), asked: z.string(), status: z.int() })),
});

const { tellAgain } = actMessages;
const { outcomes } = receipt;

test.afterEach(async ({ request, demo }) => {
  await request.delete(refusing(demo));
});

test("another system refuses: desk, status page and receipt say that it was not told, an operator has it told once it is mended, and nobody asks anything of the neighbour's", async ({
  page,
  request,
  signIn,
  openBrowser,
  demo,
  files,
  db,
}) => {
  test.setTimeout(300_000);
  const doomed = await createConnectedBusiness(files);
  const neighbour = await createConnectedBusiness(files);
  const before = await fingerprint(db, neighbour.id);
  const earlier = (await calls()).length;
  await request.put(refusing(demo));

  await signIn(page, doomed.ownerEmail);
  const { slug, confirm } = await openDeletionDialog(page, doomed.slug);
  await slug.fill(doomed.slug);
  await confirm.click();
  const code = await ends(page, "completed_with_retentions");
  const statusPage = page.url();
  await expect(outcomeOf(page, "OpenAI")).toHaveText(says(outcomes.failed, 2));
  await expect(outcomeOf(page, "Telegram")).toHaveText(says(outcomes.done, 1));
  await expectAccessibleInEveryLook(page);
  await page.getByRole("link", { name: receipt.open }).click();
  const telling = page.getByRole("region", { name: receipt.recipients });
  const openai = telling.locator("dl > div").filter({ hasText: "OpenAI" });
  await expect(openai).toContainText(receipt.acts.delete_file);
  await expect(openai).toContainText(says(outcomes.failed, 2));
  await expect(openai).toContainText("http_403");
  const kept = page.getByRole("region", { name: receipt.retained });
  await expect(kept).toContainText("To ask OpenAI again");
  await expectAccessibleInEveryLook(page);

  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1, name: receipt.title })).toBeVisible();
  await expect(page.getByText(code, { exact: true })).toBeVisible();
  for (const part of [receipt.erased, receipt.retained, receipt.recipients]) {
    await expect(page.getByRole("heading", { level: 2, name: part })).toBeVisible();
  }
  await expect(openai).toBeVisible();
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByRole("link", { name: receipt.saveSigned })).toBeHidden();
  await page.emulateMedia({ media: "screen" });
  const signed = await receiptOf(code);
  const { recipients } = signedReceipt(signed);
  expect(recipients.filter(({ failed }) => failed > 0)).toMatchObject([
    { recipient: "openai", act: "delete_file", done: 0, failed: 2, reason: "http_403" },
  ]);
  expect(recipients.filter(({ keptUntil }) => keptUntil)).toMatchObject([{ recipient: "openai" }]);

  const desk = await openBrowser();
  await signIn(desk, "operator@lethe.test");
  await desk.goto(`/operator/requests/${code}`);
  const ledger = desk.getByRole("region", { name: caseMessages.recipients.title });
  const openaiRow = ledger.getByRole("row", { name: /^openai/ });
  await expect(openaiRow).toContainText("http_403");
  await expectAccessibleInEveryLook(desk);
  const askedFirst = await openaiRow.locator("time").getAttribute("datetime");

  await request.delete(refusing(demo));
  await act(desk, tellAgain);
  await expect(async () => {
    await desk.reload();
    await expect(openaiRow.getByRole("cell")).toHaveText(["delete file", "2", "0", "0", "", /./], {
      timeout: 1_000,
    });
  }).toPass({ timeout: 30_000 });
  const askedLast = await openaiRow.locator("time").getAttribute("datetime");
  expect(new Date(askedLast ?? 0) > new Date(askedFirst ?? 0), "when it was told").toBe(true);
  await expect(desk.getByText(caseMessages.timeline.acts.told_again)).toBeVisible();
  await expect(desk.getByRole("button", { name: tellAgain.button })).toHaveCount(0);

  await page.goto(statusPage);
  await expect(outcomeOf(page, "OpenAI")).toHaveText(says(outcomes.done, 2));
  expect(await receiptOf(code), "what was signed stays as it is").toBe(signed);

  const { wabaId, pageId, metaUserId, phoneNumberId, mediaIds, fileIds } = doomed;
  const filesAt = (to: "openai" | "anthropic", status: number) =>
    fileIds[to].map((id) => `${to} DELETE /v1/files/${id} ${status}`);
  expect(
    (await calls()).slice(earlier).sort(),
    "each once, and nothing of the neighbour's",
  ).toEqual(
    [
      `meta DELETE /${wabaId}/subscribed_apps 200`,
      ...mediaIds.map((id) => `meta DELETE /${id}?phone_number_id=${phoneNumberId} 200`),
      `meta DELETE /${pageId}/subscribed_apps 200`,
      `meta DELETE /${metaUserId}/permissions 200`,
      "telegram POST /bot…/deleteWebhook 200",
      ...filesAt("anthropic", 200),
      ...filesAt("openai", 403),
      ...filesAt("openai", 200),
    ].sort(),
  );
  expect(await fingerprint(db, neighbour.id)).toEqual(before);

  async function calls(): Promise<string[]> {
    const { calls } = StandIn.parse(await (await request.get(demo.standInUrl)).json());
    return calls.map(({ to, asked, status }) => `${to} ${asked} ${status}`);
  }

  async function receiptOf(one: string): Promise<string> {
    return await (await request.get(`/api/data-deletion/${one}/receipt`)).text();
  }
});

/** Where OpenAI's stand-in is told to refuse, and that it is mended. */
function refusing({ standInUrl }: DemoFacts): string {
  return `${standInUrl}/refusing/openai`;
}

/** How the telling of one of the other systems ended, as a page for the public says it. */
function outcomeOf(page: Page, name: string): Locator {
  return page.getByRole("row", { name: new RegExp(`^${name}`) }).getByRole("cell");
}

function says(words: string, count: number): string {
  return words.replace("{count, number}", String(count));
}
