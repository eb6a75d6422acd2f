/**
 * The languages that there are texts in: how their own readers call them, which way they run, and
 * by which rules dates, numbers and lists are written.
 *
 * Arabic counts with the digits 0 to 9, like the codes, telephone numbers and articles of law
 * beside them, whatever a browser's own habit is.
 */
export const languages = {
  en: { name: "English", direction: "ltr", formatting: "en-GB" },
  ar: { name: "العربية", direction: "rtl", formatting: "ar-u-nu-latn" },
  hi: { name: "हिन्दी", direction: "ltr", formatting: "hi-IN" },
  id: { name: "Bahasa Indonesia", direction: "ltr", formatting: "id-ID" },
} as const satisfies Record<string, LanguageTraits>;

type LanguageTraits = { name: string; direction: "ltr" | "rtl"; formatting: string };

export type Language = keyof typeof languages;
export type FormattingLocale = (typeof languages)[Language]["formatting"];

/** The language of this name; null when there is none. */
export function readLanguage(name: string | null | undefined): Language | null {
  return name && Object.hasOwn(languages, name) ? (name as Language) : null;
}

/** The language whose rules of writing these are. */
export function languageOf(locale: FormattingLocale): Language {
  for (const [language, { formatting }] of Object.entries(languages)) {
    if (formatting === locale) return language as Language;
  }
  throw new Error(`No language is written by the rules of "${locale}".`);
}
