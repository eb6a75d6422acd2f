import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { deletionPath } from "./deletion-path";
import { type Language, languages } from "./languages";
import { negotiateLanguage } from "./negotiate-language";
import { settleLanguage } from "./settle-language";

const all = Object.keys(languages) as Language[];

test.for<[accept: string | null, language: Language]>([
  [null, "en"],
  ["", "en"],
  ["*", "en"],
  ["fr-FR, fr;q=0.9", "en"],
  ["ar", "ar"],
  ["ar-EG, en;q=0.5", "ar"],
  ["HI-in", "hi"],
  ["fr, id;q=0.3, en;q=0.2", "id"],
  ["en;q=0.1, ar;q=0.2", "ar"],
  ["ar;q=0, hi", "hi"],
  [";;,,=", "en"],
  ["en\u0000, ar", "ar"],
])("a browser that would rather read %j is served in %s", ([accept, language]) => {
  expect(negotiateLanguage(accept, all)).toBe(language);
});

test("who asks for a language that is not offered gets the vendor's first one", () => {
  expect(negotiateLanguage("ar", ["id", "en"])).toBe("id");
  expect(negotiateLanguage("ar, en;q=0.1", ["id", "en"])).toBe("en");
});

test("the address says the language, whatever the browser would rather read", () => {
  expect(settleLanguage("/ar/data-deletion/status/abc?x=1", "hi", all)).toEqual({
    act: "serve",
    path: "/data-deletion/status/abc?x=1",
    language: "ar",
    isNegotiated: false,
  });
});

test("the browser is asked only where the address says nothing", () => {
  expect(settleLanguage("/data-deletion?x=1", "hi", all)).toEqual({
    act: "serve",
    path: "/data-deletion?x=1",
    language: "hi",
    isNegotiated: true,
  });
});

test("a language that the vendor does not offer leads to the same page in one that it does", () => {
  expect(settleLanguage("/hi/data-deletion/verify?token=t", "ar", ["en", "ar"])).toEqual({
    act: "redirect",
    path: "/data-deletion/verify?token=t",
  });
});

test.for([
  "/",
  "/id",
  "/id/inbox",
  "/acme/data-deletion",
  "/data-deletions",
  "/ar/data-deletionx",
  "/ar/en/data-deletion",
  "/constructor/data-deletion",
])("a page that is not public is left alone: %s", (path) => {
  expect(settleLanguage(path, "ar", all)).toBeNull();
});

test("the proxy is asked about every language's addresses", () => {
  const proxy = readFileSync(join(import.meta.dirname, "../../proxy.ts"), "utf8");
  const matchers = [...proxy.matchAll(/"(\/\([^"]*\))"/g)].map(
    ([, source = ""]) => new RegExp(`^${source}$`),
  );
  const isAsked = (path: string) => matchers.some((matcher) => matcher.test(path));
  expect(isAsked("/_next/static/chunks/main.js")).toBe(false);
  for (const language of all) {
    expect(isAsked(deletionPath(language, "/verify"))).toBe(true);
    expect(settleLanguage(deletionPath(language, "/verify"), null, all)).toMatchObject({
      language,
      path: "/data-deletion/verify",
    });
  }
});
