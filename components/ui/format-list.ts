import { locale } from "./locale";

const conjunction = new Intl.ListFormat(locale.language, { type: "conjunction" });

/** One, two and three. */
export function formatList(parts: readonly string[]): string {
  return conjunction.format(parts);
}
