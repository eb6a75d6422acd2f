import { readFileSync } from "node:fs";
import path from "node:path";
import { verification } from "@/messages/en/verification";
import { audited, auditedByStory, leadingOn } from "./fixtures/audited-pages";
import { openDeletionDialog } from "./fixtures/deletion-dialog";
import { expectAccessible, expectAccessibleInEveryLook } from "./fixtures/expect-accessible";
import { linkIn } from "./fixtures/inbox";
import { postAsMeta, readAnswer } from "./fixtures/meta";
import { pageFiles } from "./fixtures/page-files";
import { fillRequestForm, requestForm, sendRequestForm } from "./fixtures/request-form";
import { expect, test } from "./fixtures/test";
import { pages, unphotographed } from "./screenshots/pages";

test.describe.configure({ timeout: 400_000 });

test("no page is left out: each is looked at here or in a story, and photographed", async () => {
  const files = await pageFiles();
  const visited = Object.values(audited).flatMap((ofOne) => Object.keys(ofOne));
  expect([...visited, ...Object.keys(auditedByStory), ...leadingOn].sort()).toEqual(files);
  for (const story of new Set(Object.values(auditedByStory))) {
    const text = readFileSync(path.join(import.meta.dirname, `${story}.spec.ts`), "utf8");
    expect(text, story).toContain("await expectAccessible");
  }

  const shown = new Set(pages.map(({ file }) => file));
  expect([...shown, ...Object.keys(unphotographed), ...leadingOn].sort()).toEqual(files);
});

test.describe("the public pages", () => {
  test.use({ expectedErrors: /status of 404/ });

  test("are accessible", async ({ page, request, demo }) => {
    const [secret = ""] = demo.metaAppSecrets;
    const answer = await postAsMeta(request, "/api/meta/data-deletion", { userId: "88", secret });
    const { url } = await readAnswer(answer);

    for (const path of [...Object.values(audited.nobody), url, "/no/where"]) {
      await page.goto(path);
      await expectAccessibleInEveryLook(page);
    }

    await page.goto("/data-deletion");
    await requestForm(page).getByRole("button").click();
    await expect(page.locator("[aria-invalid]").first()).toBeVisible();
    await expectAccessibleInEveryLook(page);
  });
});

test("the pages behind a mailed link are accessible", async ({ page, inbox, sql }) => {
  const email = `reader-${Date.now()}@example.test`;
  await fillRequestForm(page, { requester: "representative", concern: "account", email });
  await sendRequestForm(page);
  await expectAccessibleInEveryLook(page);
  const link = linkIn(await inbox.mail(email, /Was it you/), "/data-deletion/verify");

  await page.goto(link);
  await expect(page.getByRole("button", { name: verification.valid.button })).toBeVisible();
  await expectAccessibleInEveryLook(page);

  await sql`update verification_tokens set expires_at = now() where used_at is null`;
  await page.goto(link);
  await expect(page.getByRole("button", { name: verification.expired.button })).toBeVisible();
  await expectAccessibleInEveryLook(page);

  await sql`update verification_tokens set expires_at = now() + interval '1 hour'
            where used_at is null`;
  await page.goto(link);
  await page.getByRole("button", { name: verification.valid.button }).click();
  await expect(page).toHaveURL(/\/status\//);
  await expectAccessibleInEveryLook(page);

  await page.goto(link);
  await expect(page.getByRole("link", { name: verification.used.button })).toBeVisible();
  await expectAccessibleInEveryLook(page);
});

test("the CRM's pages and the dialog are accessible", async ({ page, signIn }) => {
  await signIn(page, "owner@acme.test");
  for (const path of Object.values(audited["owner@acme.test"])) {
    await page.goto(path);
    await expectAccessibleInEveryLook(page);
  }

  await page.goto("/acme/inbox");
  await page.getByRole("main").getByRole("link").first().click();
  await expect(page).toHaveURL(/\/acme\/inbox\/.+/);
  await expectAccessibleInEveryLook(page);

  await openDeletionDialog(page, "acme");
  await expectAccessibleInEveryLook(page);
});

test("the desk's pages, and every component, are accessible", async ({ page, signIn }) => {
  const operator = "operator@lethe.test";
  await signIn(page, operator);
  for (const path of Object.values(audited[operator])) {
    await page.goto(path);
    await expectAccessible(page);
  }
});
