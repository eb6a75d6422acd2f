/**
 * The published categories of data, in the order in which they are published. Every table of the
 * erasure map is counted under one of them; their words are in the catalogs' vocabulary.
 */
export const categories = [
  "account",
  "workspace",
  "team",
  "channels",
  "contacts",
  "messages",
  "media",
  "campaigns",
  "automations",
  "orders",
  "ai",
  "integrations",
  "consent",
  "suppression",
  "activity",
  "audit",
  "invoices",
  "requests",
] as const;

export type Category = (typeof categories)[number];

/** @throws when the map counts a table under a category that is not published. */
export function categoryOf(key: string): Category {
  const category = findCategory(key);
  if (category === undefined) throw new Error(`The category "${key}" is not published.`);
  return category;
}

export function findCategory(key: string): Category | undefined {
  return categories.find((category) => category === key);
}
