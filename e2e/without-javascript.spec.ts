import type { Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema";
import { fingerprint } from "./fixtures/fingerprint";
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

async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
