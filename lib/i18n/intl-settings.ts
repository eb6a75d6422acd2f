import type { Formats } from "next-intl";
import { type Messages, messagesIn } from "@/messages";
import { type FormattingLocale, type Language, languages } from "./languages";

/** How moments are written, wherever they are: always in UTC, so that every reader sees the same. */
export const formats = {
  dateTime: {
    day: { dateStyle: "long" },
    time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  },
} as const satisfies Partial<Formats>;

type IntlSettings = {
  locale: FormattingLocale;
  messages: Messages;
  formats: typeof formats;
  timeZone: "UTC";
};

/** What translates and formats for a language: on a page, in a mail, in a test. */
export function intlSettings(language: Language): IntlSettings {
  return {
    locale: languages[language].formatting,
    messages: messagesIn(language),
    formats,
    timeZone: "UTC",
  };
}
