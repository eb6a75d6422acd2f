import { locale } from "./locale";

const lists = {
  and: new Intl.ListFormat(locale.language, { type: "conjunction" }),
  or: new Intl.ListFormat(locale.language, { type: "disjunction" }),
};

/** One, two and three; or one of them. */
export function formatList(parts: readonly string[], joinedBy: keyof typeof lists = "and"): string {
  return lists[joinedBy].format(parts);
}
