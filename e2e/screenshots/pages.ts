import type { APIRequestContext, Page } from "@playwright/test";
import type { Language } from "@/lib/i18n/languages";
import { catalogs } from "@/messages";
import type { DemoFacts } from "../../scripts/demo/demo-facts";
import { type Inbox, linkIn } from "../fixtures/inbox";
import { postAsMeta, readAnswer } from "../fixtures/meta";
import { signInWith } from "../fixtures/sign-in";

type Studio = { page: Page; request: APIRequestContext; demo: DemoFacts; inbox: Inbox };

/** A page to be photographed: brings the browser to it, in a language where it has several. */
export type PageOf = {
  name: string;
  languages: readonly Language[];
  open: (studio: Studio, language: Language) => Promise<void>;
};

const every = ["en", "ar", "hi", "id"] as const;

/** Every page that is photographed. Add yours: a name, its languages, and how one gets there. */
export const pages: readonly PageOf[] = [
  {
    name: "policy",
    languages: every,
    open: async ({ page }, language) => {
      await page.goto(`/${language}/data-deletion`);
    },
  },
  {
    name: "form-with-faults",
    languages: every,
    open: async ({ page }, language) => {
      await page.goto(`/${language}/data-deletion#request`);
      await page.getByRole("button", { name: catalogs[language].form.submit }).click();
      await page.locator("[aria-invalid]").first().waitFor();
    },
  },
  {
    name: "form-sent",
    languages: every,
    open: async (studio, language) => {
      await ask(studio, language);
    },
  },
  {
    name: "verify",
    languages: every,
    open: async (studio, language) => {
      await studio.page.goto(await mailedLink(studio, language));
    },
  },
  {
    name: "verify-unknown",
    languages: every,
    open: async ({ page }, language) => {
      await page.goto(`/${language}/data-deletion/verify`);
    },
  },
  {
    name: "status-in-review",
    languages: every,
    open: async (studio, language) => {
      await studio.page.goto(await mailedLink(studio, language));
      const { button } = catalogs[language].verification.valid;
      await studio.page.getByRole("button", { name: button }).click();
      await studio.page.waitForURL(/\/status\//);
    },
  },
  {
    name: "status-ended",
    languages: every,
    open: async ({ page, request, demo }, language) => {
      const [secret = ""] = demo.metaAppSecrets;
      const answer = await postAsMeta(request, "/api/meta/data-deletion", { userId: "77", secret });
      const { url } = await readAnswer(answer);
      await page.goto(`/${language}${new URL(url).pathname}`);
    },
  },
  {
    name: "not-found",
    languages: every,
    open: async ({ page }, language) => {
      await page.goto(`/${language}/data-deletion/nowhere`);
    },
  },
  {
    name: "sign-in",
    languages: ["en"],
    open: async ({ page }) => {
      await page.goto("/sign-in");
    },
  },
  ...[
    ["inbox", "/acme/inbox"],
    ["contacts", "/acme/contacts"],
    ["contacts-import", "/acme/contacts/import"],
    ["privacy-requests", "/acme/privacy-requests"],
    ["settings", "/acme/settings/general"],
    ["members", "/acme/settings/members"],
    ["account", "/account"],
  ].map(signedIn("owner@acme.test")),
  ...[
    ["desk", "/operator"],
    ["desk-requests", "/operator/requests"],
    ["desk-holds", "/operator/holds"],
    ["desk-runs", "/operator/runs"],
    ["desk-mail", "/operator/inbound"],
    ["desk-meta-ids", "/operator/meta-ids"],
    ["styleguide", "/operator/styleguide"],
  ].map(signedIn("operator@lethe.test")),
];

function signedIn(email: string) {
  return ([name = "", path = ""]: string[]): PageOf => ({
    name,
    languages: ["en"],
    open: async ({ page, demo }) => {
      await signInWith(page, email, demo.password);
      await page.goto(path);
      await page.getByRole("heading").first().waitFor();
    },
  });
}

async function ask({ page }: Studio, language: Language): Promise<string> {
  const { form } = catalogs[language];
  const email = `${language}-${Date.now()}@example.test`;
  await page.goto(`/${language}/data-deletion`);
  await page.getByRole("radio", { name: form.requester.cards.representative.label }).check();
  await page.getByRole("radio", { name: form.concern.cards.account.label }).check();
  await page.getByLabel(form.fields.email.label).fill(email);
  await page.getByLabel(form.statement).check();
  await page.getByRole("button", { name: form.submit }).click();
  await page.getByRole("heading", { name: form.sent.title }).waitFor();
  return email;
}

async function mailedLink(studio: Studio, language: Language): Promise<string> {
  const email = await ask(studio, language);
  return linkIn(await studio.inbox.mail(email, /./), `/${language}/data-deletion/verify`);
}
