import { describe, expect, test } from "vitest";
import { languages } from "@/lib/i18n/languages";
import { readIcuMessage } from "@/lib/testing/icu-message";
import { catalogs } from ".";

const english = textsOf(catalogs.en);
const others = ["ar", "hi", "id"] as const;

/** What is the same in every language, because nothing in it is a word of one. */
const wordless = ["site.footer"];

/** Words that a language has taken over as they are. */
const shared = ["id vocabulary.categories.media.title"];

/** Names of our own screens and of the products of others: they are what one looks for. */
const names =
  /“(?:Settings|General|Delete workspace|Delete|Contacts|acme)”|«(?:Settings|General|Delete workspace|Delete|Contacts|acme)»|\b(?:WhatsApp|Facebook|Instagram|Messenger|Telegram|Meta|GDPR|CCPA|DPDP|UU|CCR|API|ID|IP|AI|UTC|slug|controller)\b|name@example\.com/g;

test("the catalogs are those of the languages that are offered", () => {
  expect(Object.keys(catalogs).toSorted()).toEqual(Object.keys(languages).toSorted());
  expect(Object.keys(english).length).toBeGreaterThan(300);
});

describe.each(Object.entries(catalogs))("the texts in %s", (language, catalog) => {
  const texts = textsOf(catalog);
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();

  test("have every key, and something to say at each", () => {
    expect(Object.keys(texts).toSorted()).toEqual(Object.keys(english).toSorted());
    for (const [key, text] of Object.entries(texts)) expect(text.trim(), key).toBe(text);
    for (const [key, text] of Object.entries(texts)) expect(text, key).not.toBe("");
  });

  test("ask for the same arguments and tags", () => {
    for (const [key, text] of Object.entries(texts)) {
      expect(argumentsOf(text), key).toEqual(argumentsOf(english[key] ?? ""));
    }
  });

  test("count with every form that the language has, and with no other", () => {
    for (const [key, text] of Object.entries(texts)) {
      for (const found of readIcuMessage(text).plurals) {
        expect(found.toSorted(), key).toEqual(forms);
      }
    }
  });
});

test.each(others)("no text was left in English among those in %s", (language) => {
  for (const [key, text] of Object.entries(textsOf(catalogs[language]))) {
    if (wordless.includes(key)) continue;
    if (!shared.includes(`${language} ${key}`)) expect(text, key).not.toBe(english[key]);
    expect(wordsLeftIn[language](readIcuMessage(text).words.replace(names, "")), key).toEqual([]);
  }
});

test("a sentence that stays English is found, in each of them", () => {
  for (const language of others) {
    expect(wordsLeftIn[language]("Nothing is deleted until you confirm.")).not.toEqual([]);
  }
});

/** Read by first strong letter, as plain text is, a line has to begin in its own direction. */
test("every Arabic text begins with an Arabic letter, and what runs the other way is set apart", () => {
  for (const [key, text] of Object.entries(textsOf(catalogs.ar))) {
    if (wordless.includes(key) || /^\{\w+\}$/.test(text)) continue;
    expect(text.replace(/<\w+><\/\w+>|\{[^{}]*\}/g, "").match(/\p{L}|\u200f/u)?.[0], key).toMatch(
      /[\p{Script=Arabic}\u200f]/u,
    );
    const apart = text.replace(/\u2066[^\u2069]*\u2069/g, "");
    expect(apart, key).not.toMatch(/\d\(|@\w/);
    expect(apart, key).not.toMatch(/[\u2066\u2069]/);
  }
});

const wordsLeftIn = {
  ar: latinWords,
  hi: latinWords,
  id: (words: string) =>
    words.match(
      /\b(?:the|and|of|to|you|your|we|us|our|is|are|be|not|it|this|that|for|with|from|by|at|an?|if|was|will|nothing|data is|delete[ds]?|deletion)\b/gi,
    ) ?? [],
} satisfies Record<(typeof others)[number], (words: string) => string[]>;

function latinWords(words: string): string[] {
  return words.replace(/\u2066[^\u2069]*\u2069/g, "").match(/[A-Za-z]{2,}/g) ?? [];
}

function argumentsOf(text: string): string[] {
  return readIcuMessage(text).needs;
}

/** Every text by its full key. */
function textsOf(catalog: object, path: string[] = []): Record<string, string> {
  return Object.fromEntries(
    Object.entries(catalog).flatMap(([key, value]): [string, string][] =>
      typeof value === "string"
        ? [[[...path, key].join("."), value]]
        : Object.entries(textsOf(value, [...path, key])),
    ),
  );
}
