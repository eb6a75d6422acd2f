import { verifyMessages } from "@/components/erasure/messages/verify-messages";
import { openDeletionDialog } from "./fixtures/deletion-dialog";
import { expectAccessible } from "./fixtures/expect-accessible";
import { linkIn } from "./fixtures/inbox";
import { postAsMeta, readAnswer } from "./fixtures/meta";
import { fillRequestForm, requestForm, sendRequestForm } from "./fixtures/request-form";
import { expect, test } from "./fixtures/test";

const looks = [390, 1440].flatMap((width) =>
  (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })),
);

for (const { width, colorScheme } of looks) {
  test.describe(`at ${width} pixels, ${colorScheme}`, () => {
    test.use({
      viewport: { width, height: 900 },
      colorScheme,
      expectedErrors: /status of 404/,
    });

    test("the public pages are accessible", async ({ page, request, demo }) => {
      const [secret = ""] = demo.metaAppSecrets;
      const answer = await postAsMeta(request, "/api/meta/data-deletion", { userId: "88", secret });
      const { url } = await readAnswer(answer);

      for (const path of ["/data-deletion", "/data-deletion/verify", url, "/sign-in", "/nowhere"]) {
        await page.goto(path);
        await expectReadable();
      }

      await page.goto("/data-deletion");
      await requestForm(page).getByRole("button").click();
      await expect(page.locator("[aria-invalid]").first()).toBeVisible();
      await expectReadable();

      async function expectReadable(): Promise<void> {
        await expectAccessible(page);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${page.url()} scrolls sideways`).toBeLessThanOrEqual(0);
      }
    });

    test("the pages behind a mailed link are accessible", async ({ page, inbox, sql }) => {
      const email = `reader-${width}-${colorScheme}@example.test`;
      await fillRequestForm(page, { requester: "representative", concern: "account", email });
      await sendRequestForm(page);
      await expectAccessible(page);
      const link = linkIn(await inbox.mail(email, /Was it you/), "/data-deletion/verify");

      await page.goto(link);
      await expect(page.getByRole("button", { name: verifyMessages.valid.button })).toBeVisible();
      await expectAccessible(page);

      await page.getByRole("button", { name: verifyMessages.valid.button }).click();
      await expect(page).toHaveURL(/\/status\//);
      await expectAccessible(page);

      await page.goto(link);
      await expectAccessible(page);

      await sql`update verification_tokens set used_at = null, expires_at = now()`;
      await sql`update erasure_requests set state = 'unverified' where state = 'in_review'`;
      await page.goto(link);
      await expectAccessible(page);
    });

    test("the CRM's pages and the dialog are accessible", async ({ page, signIn }) => {
      await signIn(page, "owner@acme.test");
      await page.goto("/acme/inbox");
      await expectAccessible(page);

      await page.getByRole("main").getByRole("link").first().click();
      await expect(page).toHaveURL(/\/acme\/inbox\/.+/);
      await expectAccessible(page);

      await openDeletionDialog(page, "acme");
      await expectAccessible(page);
    });
  });
}
