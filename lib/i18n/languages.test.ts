import { createFormatter } from "next-intl";
import { expect, test } from "vitest";
import { intlSettings } from "./intl-settings";
import { type Language, languageOf, languages, readLanguage } from "./languages";

const moment = new Date("2026-11-22T13:04:00Z");

test.for<
  [language: Language, day: string, time: string, count: string, months: string, list: string]
>([
  ["en", "22 November 2026", "13:04", "1,234,567", "84 months", "A, B and C"],
  ["ar", "22 نوفمبر 2026", "13:04", "1,234,567", "84 شهرًا", "A وB وC"],
  ["hi", "22 नवंबर 2026", "13:04", "12,34,567", "84 महीने", "A, B, और C"],
  ["id", "22 November 2026", "13.04", "1.234.567", "84 bulan", "A, B, dan C"],
])("%s writes dates, counts, spans and lists by its own rules", ([language, ...written]) => {
  const format = createFormatter(intlSettings(language));

  expect([
    format.dateTime(moment, "day"),
    format.dateTime(moment, "time"),
    format.number(1_234_567),
    format.number(84, { style: "unit", unit: "month", unitDisplay: "long" }),
    format.list(["A", "B", "C"]),
  ]).toEqual(written);
});

test("Arabic has a word for one month and for two, and its own plurals after that", () => {
  const format = createFormatter(intlSettings("ar"));
  const months = (count: number) =>
    format.number(count, { style: "unit", unit: "month", unitDisplay: "long" });

  expect([1, 2, 3, 11, 100].map(months)).toEqual(["شهر", "شهران", "3 أشهر", "11 شهرًا", "100 شهر"]);
});

test("a moment is the same for every reader, wherever the server stands", () => {
  const late = new Date("2026-11-22T23:59:59Z");
  expect(createFormatter(intlSettings("id")).dateTime(late, "day")).toBe("22 November 2026");
});

test("a language is known by its own name alone", () => {
  for (const name of ["AR", "ar-EG", "toString", "", null, undefined]) {
    expect(readLanguage(name)).toBeNull();
  }
  for (const [name, { formatting }] of Object.entries(languages)) {
    expect(readLanguage(name)).toBe(name);
    expect(languageOf(formatting)).toBe(name);
  }
});
