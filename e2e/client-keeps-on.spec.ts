import { form } from "@/messages/en/form";
import { site } from "@/messages/en/site";
import { fillRequestForm, requestForm, sendRequestForm } from "./fixtures/request-form";
import { expect, test } from "./fixtures/test";

test.use({ expectedErrors: /status of 4(01|29)/ });

const code = "A".repeat(20);

test("who tries many codes is told to wait, whatever they say of their address", async ({
  page,
  request,
}) => {
  const look = (headers: Record<string, string> = {}) =>
    request.get(`/api/data-deletion/${code}`, { headers });
  const statuses = new Set<number>();
  for (let call = 0; call < 60; call++) statuses.add((await look()).status());
  expect([...statuses]).toEqual([404]);

  const refused = await look();
  expect(refused.status()).toBe(429);
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
  expect((await look({ "x-lethe-client-address": "203.0.113.9" })).status()).toBe(429);
  expect((await look({ "x-forwarded-for": "203.0.113.9" })).status()).toBe(404);

  await page.goto(`/data-deletion/status/${code}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(site.tooMany.title);
});

test("who tries many passwords is told to wait, and the right one opens nothing for them meanwhile", async ({
  page,
  request,
  demo,
  createBusiness,
  openBrowser,
  signIn,
}) => {
  const { ownerEmail } = await createBusiness();
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const tried = async (email: string) => {
    const fields = { email, password: "wrong horse", csrfToken, json: "true" };
    const answer = await request.post("/api/auth/callback/credentials", { form: fields });
    return [answer.status(), new URL((await answer.json()).url).searchParams.get("error")];
  };
  for (let call = 0; call < 10; call++) {
    expect(await tried(ownerEmail)).toEqual([401, "CredentialsSignin"]);
  }
  expect(await tried(ownerEmail)).toEqual([401, "TooManyTries"]);
  expect(await tried(`somebody-${ownerEmail}`)).toEqual([401, "CredentialsSignin"]);
  for (const email of [ownerEmail, `nobody-${ownerEmail}`]) {
    for (let call = 0; call < 30; call++) await tried(email);
  }
  expect(await tried(ownerEmail)).toEqual([429, "TooManyTries"]);

  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(ownerEmail);
  await page.getByLabel("Password").fill(demo.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "too many tries" })).toBeVisible();
  // Whose account it is comes from elsewhere, and gets in.
  const elsewhere = await openBrowser();
  await elsewhere.setExtraHTTPHeaders({ "x-forwarded-for": "2001:db8:0:e15e::1" });
  await signIn(elsewhere, ownerEmail);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a form with the trap filled in is not taken, and what was typed is there to send again", async ({
      page,
      sql,
    }) => {
      const email = `trapped-${javaScriptEnabled}@example.test`;
      const before = await sql`select count(*) from erasure_requests`;
      await fillRequestForm(page, { requester: "workspace_admin", concern: "account", email });
      // No person can: it is on the page for programs.
      await page.locator("[name=subject_line]").evaluate((trap) => trap.setAttribute("value", "x"));
      await requestForm(page).getByRole("button", { name: form.submit }).click();

      await expect(page.getByText(form.obstacles.machine)).toBeVisible();
      await expect(page.getByLabel(form.fields.email.label)).toHaveValue(email);
      expect(await sql`select count(*) from erasure_requests`).toEqual(before);
      await sendRequestForm(page);
      expect(await sql`select count(*) from erasure_requests`).not.toEqual(before);
    });
  });
}
