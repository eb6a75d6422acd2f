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
  /** The page's own, below `app/`. */
  file: string;
  languages: readonly Language[];
  open: (studio: Studio, language: Language) => Promise<void>;
};

const every = ["en", "ar", "hi", "id"] as const;

/** Every page that is photographed. Add yours: a name, its languages, and how one gets there. */
export const pages: readonly PageOf[] = [
  {
    name: "policy",
    file: "(public)/data-deletion/page.tsx",
    languages: every,
    open: async ({ page }, language) => {
      await page.goto(`/${language}/data-deletion`);
    },
  },
  {
    name: "form-with-faults",
    file: "(public)/data-deletion/page.tsx",
    languages: every,
    open: async ({ page }, language) => {
      await page.goto(`/${language}/data-deletion#request`);
      await page.getByRole("button", { name: catalogs[language].form.submit }).click();
      await page.locator("[aria-invalid]").first().waitFor();
    },
  },
  {
    name: "form-sent",
    file: "(public)/data-deletion/page.tsx",
    languages: every,
    open: async (studio, language) => {
      await ask(studio, language);
    },
  },
  {
    name: "verify",
    file: "(public)/data-deletion/verify/page.tsx",
    languages: every,
    open: async (studio, language) => {
      await studio.page.goto(await mailedLink(studio, language));
    },
  },
  {
    name: "verify-unknown",
    file: "(public)/data-deletion/verify/page.tsx",
    languages: every,
    open: async ({ page }, language) => {
      await page.goto(`/${language}/data-deletion/verify`);
    },
  },
  {
    name: "cancel-unknown",
    file: "(public)/data-deletion/cancel/page.tsx",
    languages: every,
    open: async ({ page }, language) => {
      await page.goto(`/${language}/data-deletion/cancel`);
    },
  },
  {
    name: "answer-unknown",
    file: "(public)/data-deletion/answer/page.tsx",
    languages: every,
    open: async ({ page }, language) => {
      await page.goto(`/${language}/data-deletion/answer`);
    },
  },
  {
    name: "receipt-check",
    file: "(public)/data-deletion/receipt/page.tsx",
    languages: every,
    open: async ({ page }, language) => {
      await page.goto(`/${language}/data-deletion/receipt`);
    },
  },
  {
    name: "status-in-review",
    file: "(public)/data-deletion/status/[code]/page.tsx",
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
    file: "(public)/data-deletion/status/[code]/page.tsx",
    languages: every,
    open: async (studio, language) => {
      await studio.page.goto(`/${language}${await endedRequest(studio)}`);
    },
  },
  {
    name: "not-found",
    file: "(public)/data-deletion/[...nowhere]/page.tsx",
    languages: every,
    open: async ({ page }, language) => {
      await page.goto(`/${language}/data-deletion/nowhere`);
    },
  },
  {
    name: "sign-in",
    file: "sign-in/page.tsx",
    languages: ["en"],
    open: async ({ page }) => {
      await page.goto("/sign-in");
    },
  },
  {
    name: "invitation-closed",
    file: "invitation/page.tsx",
    languages: ["en"],
    open: async ({ page }) => {
      await page.goto("/invitation");
    },
  },
  ...[
    ["inbox", "/acme/inbox", "[workspace]/inbox"],
    ["contacts", "/acme/contacts", "[workspace]/contacts"],
    ["contacts-import", "/acme/contacts/import", "[workspace]/contacts/import"],
    ["privacy-requests", "/acme/privacy-requests", "[workspace]/privacy-requests"],
    ["settings", "/acme/settings/general", "[workspace]/settings/general"],
    ["members", "/acme/settings/members", "[workspace]/settings/members"],
    ["backups", "/acme/settings/backups", "[workspace]/settings/backups"],
    ["account", "/account", "account"],
  ].map(signedIn("owner@acme.test", "(crm)")),
  ...[
    ["conversation", "/acme/inbox", "[workspace]/inbox/[conversation]"],
    ["contact", "/acme/contacts", "[workspace]/contacts/[id]"],
  ].map(signedIn("owner@acme.test", "(crm)", followFirstLink)),
  ...[
    ["desk", "/operator", "operator"],
    ["desk-requests", "/operator/requests", "operator/requests"],
    ["desk-holds", "/operator/holds", "operator/holds"],
    ["desk-runs", "/operator/runs", "operator/runs"],
    ["desk-mail", "/operator/inbound", "operator/inbound"],
    ["desk-meta-ids", "/operator/meta-ids", "operator/meta-ids"],
    ["styleguide", "/operator/styleguide", "operator/styleguide"],
  ].map(signedIn("operator@lethe.test", "(operator)")),
  {
    name: "desk-case",
    file: "(operator)/operator/requests/[code]/page.tsx",
    languages: ["en"],
    open: async (studio) => {
      const code = (await endedRequest(studio)).split("/").at(-1);
      await signInWith(studio.page, "operator@lethe.test", studio.demo.password);
      await studio.page.goto(`/operator/requests/${code}`);
      await studio.page.getByRole("heading").first().waitFor();
    },
  },
];

/** The pages of which there is no picture, and why. */
export const unphotographed: Readonly<Record<string, string>> = {
  "(crm)/page.tsx": "For those in no workspace; the demo has nobody like that.",
  "(crm)/[workspace]/privacy-requests/[task]/page.tsx":
    "A customer, their mail and a business come before it.",
  "(public)/data-deletion/status/[code]/receipt/page.tsx":
    "A whole deletion comes before it; what it shows is on the style page.",
  "(operator)/operator/inbound/[mail]/page.tsx": "Somebody's signed mail comes before it.",
};

function signedIn(
  email: string,
  group: string,
  goOn: (page: Page) => Promise<void> = async () => {},
) {
  return ([name = "", path = "", folder = ""]: string[]): PageOf => ({
    name,
    file: `${group}/${folder}/page.tsx`,
    languages: ["en"],
    open: async ({ page, demo }) => {
      await signInWith(page, email, demo.password);
      await page.goto(path);
      await page.getByRole("heading").first().waitFor();
      await goOn(page);
      await page.getByRole("heading").first().waitFor();
    },
  });
}

async function followFirstLink(page: Page): Promise<void> {
  const from = page.url();
  await page.locator("main a[href*='-']").first().click();
  await page.waitForURL((url) => url.href !== from);
}

/** The address of a request that ends at once: Meta names somebody whom nobody knows. */
async function endedRequest({ request, demo }: Studio): Promise<string> {
  const [secret = ""] = demo.metaAppSecrets;
  const answer = await postAsMeta(request, "/api/meta/data-deletion", { userId: "77", secret });
  return new URL((await readAnswer(answer)).url).pathname;
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
