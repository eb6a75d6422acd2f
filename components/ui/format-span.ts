import { locale } from "./locale";

type Unit = "minute" | "hour" | "day" | "month" | "year";

/** A length of time in words, in the largest unit that says it exactly: 84 months are 7 years. */
export function formatSpan(amount: number, unit: "minute" | "hour" | "day" | "month"): string {
  if (unit === "month" && amount >= 24 && amount % 12 === 0) return inWords(amount / 12, "year");
  if (unit === "hour" && amount >= 48 && amount % 24 === 0) return inWords(amount / 24, "day");
  return inWords(amount, unit);
}

function inWords(amount: number, unit: Unit): string {
  return new Intl.NumberFormat(locale.language, {
    style: "unit",
    unit,
    unitDisplay: "long",
  }).format(amount);
}
