import type { Sql } from "postgres";
import { pageMessages } from "@/components/page-messages";
import { roleNames } from "@/db/roles/role-names";
import { catalogs } from "@/messages";
import { expectAccessible } from "./fixtures/expect-accessible";
import { postAsMeta, readAnswer } from "./fixtures/meta";
import { expect, test } from "./fixtures/test";

test.use({
  expectedErrors: /status of 500|Minified React error|Server Components render|at the moment/,
});

test("a page that fails says whose fault it is, with a reference, in its frame and language, and works again when asked to", async ({
  page,
  request,
  signIn,
  demo,
  sql,
}) => {
  const [secret = ""] = demo.metaAppSecrets;
  const asked = await postAsMeta(request, "/api/meta/data-deletion", { userId: "55", secret });
  const { url } = await readAnswer(asked);
  const { facts } = catalogs.ar.status;
  const { error } = catalogs.ar.site;

  await withoutReading(sql, "erasure_file_steps", async () => {
    await page.goto(`/ar${new URL(url).pathname}`);
    await expect(page.getByRole("heading", { level: 1, name: error.title })).toBeVisible();
    await expect(page.getByText(error.reference)).toBeVisible();
    await expect(page.getByRole("link", { name: error.startLabel })).toHaveAttribute(
      "href",
      "/ar/data-deletion",
    );
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    await expectAccessible(page, "a public page that failed");
  });
  await page.getByRole("button", { name: error.retryLabel }).click();
  await expect(page.getByRole("heading", { name: facts.title })).toBeVisible();

  const { title, retryLabel } = pageMessages.error;
  await signIn(page, "owner@acme.test");
  await withoutReading(sql, "tags", async () => {
    await page.goto("/acme/contacts");
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expectAccessible(page, "a page of the CRM that failed");
  });
  await page.getByRole("button", { name: retryLabel }).click();
  await expect(page.getByRole("table")).toBeVisible();
});

test("while a page is on its way, the link to it says so, and nothing moves", async ({
  page,
  signIn,
}) => {
  await signIn(page, "owner@acme.test");
  await page.goto("/acme/inbox");
  const nav = page.getByRole("navigation", { name: "Workspace" });
  const link = nav.getByRole("link", { name: "Contacts" });
  const before = await nav.boundingBox();
  const held = Promise.withResolvers<void>();
  await page.route("**/acme/contacts?*", async (route) => {
    await held.promise;
    await route.continue();
  });

  await link.click();
  await expect(link.locator("[data-pending]")).toBeVisible();
  expect(await nav.boundingBox()).toEqual(before);
  held.resolve();
  await expect(page.getByRole("table")).toBeVisible();
  await expect(link.locator("[data-pending]")).toHaveCount(0);
});

/** As if a table had gone out of the app's reach: what reads it fails, everything else goes on. */
async function withoutReading(sql: Sql, table: string, look: () => Promise<void>): Promise<void> {
  await sql`revoke select on ${sql(table)} from ${sql(roleNames.app)}`;
  try {
    await look();
  } finally {
    await sql`grant select on ${sql(table)} to ${sql(roleNames.app)}`;
  }
}
