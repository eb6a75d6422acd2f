import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Page } from "@playwright/test";
import { type Language, languages } from "@/lib/i18n/languages";
import { catalogs } from "@/messages";
import { expectAccessible } from "./fixtures/expect-accessible";
import { linkIn } from "./fixtures/inbox";
import { postAsMeta, readAnswer } from "./fixtures/meta";
import { fillRequestForm, requestForm } from "./fixtures/request-form";
import { tabTo } from "./fixtures/tab-to";
import { expect, test } from "./fixtures/test";

const all = Object.keys(languages) as Language[];

test("a crawler finds every language, and each page says what it is", async ({
  page,
  request,
  demo,
  demoFolder,
}) => {
  const plain = await request.get("/data-deletion", { headers: { "accept-language": "" } });
  expect(plain.headers()["cache-control"], "no cache keeps one reader's language").toContain(
    "no-store",
  );
  expect(plain.headers()["set-cookie"]).toBeUndefined();
  expect(await plain.text()).toContain(catalogs.en.policy.page.heading);
  const negotiated = await request.get("/data-deletion", { headers: { "accept-language": "hi" } });
  expect(negotiated.headers()["content-language"]).toBe("hi");
  expect(await negotiated.text()).toContain(catalogs.hi.policy.page.heading);

  const alternates = Object.fromEntries([
    ...all.map((language) => [language, `${demo.appUrl}/${language}/data-deletion`]),
    ["x-default", `${demo.appUrl}/data-deletion`],
  ]);
  for (const [address, language] of [
    ["/data-deletion", "en"],
    ...all.map((name) => [`/${name}/data-deletion`, name]),
  ] as [string, Language][]) {
    await page.goto(address);
    const { title, heading } = catalogs[language].policy.page;

    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await expect(page.locator("html")).toHaveAttribute("dir", languages[language].direction);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expect(page).toHaveTitle(new RegExp(`^${title} · `));
    expect(await page.locator("meta[name=description]").getAttribute("content")).toContain(
      "Tidewater",
    );
    expect(await hrefs(page, "link[rel=canonical]")).toEqual([`${demo.appUrl}${address}`]);
    expect(Object.fromEntries(await alternatesOf(page))).toEqual(alternates);
    const fonts = await fontsIn(page);
    expect(fonts.includes("Noto Sans Arabic Variable"), language).toBe(language === "ar");
    expect(fonts.includes("Noto Sans Devanagari Variable"), language).toBe(language === "hi");
  }
  const said = await readFile(path.join(demoFolder, "app.log"), "utf8");
  expect(said, "a page that is another's for each reader").not.toContain("could not be copied");
});

test.describe("every public page in every language", () => {
  test.describe.configure({ timeout: 300_000 });
  test.use({ expectedErrors: /status of 404/ });

  test("is accessible, keeps its direction and its width, and says nothing in English", async ({
    page,
    request,
    demo,
  }) => {
    const [secret = ""] = demo.metaAppSecrets;
    const asked = await postAsMeta(request, "/api/meta/data-deletion", { userId: "99", secret });
    const { url } = await readAnswer(asked);
    const paths = [
      "/data-deletion",
      "/data-deletion/verify",
      new URL(url).pathname,
      "/data-deletion/none",
    ];

    // English is looked at in every look elsewhere; here each page takes its turn with each language.
    for (const [turn, language] of all.filter((name) => name !== "en").entries()) {
      for (const [index, path] of paths.entries()) {
        const width = (index + turn) % 2 === 0 ? 390 : 1440;
        const colorScheme = index % 2 === 0 ? "dark" : "light";
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`/${language}${path}`);
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        if (path === "/data-deletion") {
          await page.getByRole("button", { name: catalogs[language].form.submit }).click();
          await expect(page.locator("[aria-invalid]").first()).toBeVisible();
        }
        await expectAccessible(page, `in ${language} at ${width}, ${colorScheme}`);
        // 320 pixels are a window of 1280 at a zoom of 400 %; 720 are one of 1440 at 200 %.
        for (const narrow of [320, 390, 720, 1440]) {
          await page.setViewportSize({ width: narrow, height: 900 });
          expect(await sidewaysBy(page), `${path} in ${language} at ${narrow}`).toBeLessThanOrEqual(
            0,
          );
        }
        const text = ((await page.locator("main").textContent()) ?? "").toLowerCase();
        for (const left of ["nothing", "delete your", "the request", "we ask"]) {
          expect(text, `${path} in ${language}`).not.toContain(left);
        }
      }
    }
  });
});

test("the keyboard goes to the content first, then through the languages; colours may be forced", async ({
  page,
}) => {
  await page.goto("/ar/data-deletion");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: catalogs.ar.site.skipLabel })).toBeFocused();
  await page.keyboard.press("Tab");
  for (const language of all) {
    await page.keyboard.press("Tab");
    const link = page.getByRole("link", { name: languages[language].name, exact: true });
    await expect(link).toBeFocused();
    await expect(link).toHaveAttribute("lang", language);
  }
  const current = page.getByRole("navigation").locator("[aria-current]");
  await expect(current).toHaveText(languages.ar.name);

  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  const submit = page.getByRole("button", { name: catalogs.ar.form.submit });
  await submit.focus();
  expect(await submit.evaluate((button) => getComputedStyle(button).borderStyle)).toBe("solid");
});

test("the form is read as sentences, and is filled in and sent with the keyboard alone", async ({
  page,
}) => {
  const { fields, requester, concern, sent, statement, submit } = catalogs.en.form;
  const email = `keyboard-${Date.now()}@example.test`;
  await page.goto("/data-deletion");
  await tabTo(page, page.getByRole("link", { name: catalogs.en.policy.page.askButton }).first());
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#request$/);
  const form = requestForm(page);
  await expect(form).toMatchAriaSnapshot(`
    - group "${requester.legend}":
      - radio "${requester.cards.workspace_admin.label} ${requester.cards.workspace_admin.hint}"
      - radio "${requester.cards.end_customer.label} ${requester.cards.end_customer.hint}"
    - group "${concern.legend}":
      - radio "${concern.cards.account.label} ${concern.cards.account.hint}"
    - textbox "${fields.email.label}"
    - checkbox "${statement}"
    - button "${submit}"
  `);
  await expect(form.getByLabel(fields.email.label)).toHaveAccessibleDescription(fields.email.hint);

  await tabTo(page, form.getByRole("radio").first());
  await page.keyboard.press("Space");
  await tabTo(page, form.getByRole("radio", { name: concern.cards.account.label }));
  await page.keyboard.press("Space");
  await tabTo(page, form.getByLabel(fields.email.label));
  await page.keyboard.type(email);
  await tabTo(page, form.getByLabel(statement));
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: sent.title })).toBeFocused();
});

test.describe("without a connection", () => {
  test.use({ expectedErrors: /ERR_INTERNET_DISCONNECTED/ });

  test("a page says so in its language, sends nothing, and keeps what was typed until it can", async ({
    page,
    context,
    sql,
  }) => {
    const started = () => sql`select count(*)::int from erasure_requests`;
    const before = await started();
    for (const language of all) {
      await page.goto(`/${language}/data-deletion`);
      await context.setOffline(true);
      const notice = page.getByRole("status").getByText(catalogs[language].site.offline);
      await expect(notice).toBeInViewport();
      await context.setOffline(false);
      await expect(notice).toHaveCount(0);
    }

    const email = `offline-${Date.now()}@example.test`;
    await fillRequestForm(page, { requester: "workspace_admin", concern: "account", email });
    const { form, site } = catalogs.en;
    const send = page.getByRole("button", { name: form.submit });
    await context.setOffline(true);
    await expect(page.getByText(site.offline)).toBeVisible();
    await send.click();
    await expectAccessible(page, "offline");
    await expect(page.getByLabel(form.fields.email.label)).toHaveValue(email);
    await expect(page.getByText(form.failed)).toHaveCount(0);
    expect(await started()).toEqual(before);
    await context.setOffline(false);
    await expect(page.getByText(site.offline)).toHaveCount(0);
    await send.click();
    await expect(page.getByRole("heading", { name: form.sent.title })).toBeVisible();
    expect(await started()).not.toEqual(before);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("somebody asks in Arabic, and the mail and every page after it are Arabic", async ({
    page,
    inbox,
  }) => {
    const { form, mails, status, verification } = catalogs.ar;
    const email = `arabic-${Date.now()}@example.test`;
    await page.goto("/id/data-deletion");
    await page.getByRole("link", { name: languages.ar.name, exact: true }).click();
    await expect(page).toHaveURL(/\/ar\/data-deletion$/);

    await page.getByRole("button", { name: form.submit }).click();
    await page.getByRole("link", { name: form.faults.email_malformed }).click();
    await expect(page.getByLabel(form.fields.email.label)).toHaveAccessibleDescription(
      new RegExp(form.fields.email.hint),
    );
    await page.getByRole("radio", { name: form.requester.cards.end_customer.label }).check();
    await page.getByRole("radio", { name: form.concern.cards.account.label }).check();
    await page.getByLabel(form.fields.email.label).fill(email);
    await page.getByLabel(form.statement).check();
    await page.getByRole("button", { name: form.submit }).click();
    await expect(page.getByRole("heading", { name: form.sent.title })).toBeVisible();
    await expect(page.locator("bdi", { hasText: email })).toHaveAttribute("dir", "ltr");

    const mail = await inbox.mail(email, new RegExp(mails.verify.subject.slice(0, 20)));
    await page.goto(linkIn(mail, "/ar/data-deletion/verify"));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(verification.valid.heading);
    await page.getByRole("link", { name: languages.id.name, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      catalogs.id.verification.valid.heading,
    );
    await page.getByRole("link", { name: languages.ar.name, exact: true }).click();
    await page.getByRole("button", { name: verification.valid.button }).click();

    await expect(page).toHaveURL(/\/ar\/data-deletion\/status\/[A-Za-z0-9]{20}$/);
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    await expect(page.getByRole("heading", { name: status.facts.title })).toBeVisible();
    await page.getByRole("link", { name: languages.hi.name, exact: true }).click();
    await expect(page.getByRole("heading", { name: catalogs.hi.status.facts.title })).toBeVisible();
  });
});

async function alternatesOf(page: Page): Promise<[string, string][]> {
  return page
    .locator("link[rel=alternate][hreflang]")
    .evaluateAll((links) =>
      links.map((link): [string, string] => [
        link.getAttribute("hreflang") ?? "",
        link.getAttribute("href") ?? "",
      ]),
    );
}

async function hrefs(page: Page, selector: string): Promise<(string | null)[]> {
  return page
    .locator(selector)
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
}

async function sidewaysBy(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

/** The families of which the page has fetched a file. */
async function fontsIn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts]
      .filter(({ status }) => status !== "unloaded")
      .map(({ family }) => family.replaceAll('"', ""));
  });
}
