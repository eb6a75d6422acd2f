import { categories } from "@/lib/policy/categories";
import { messagesIn } from "@/messages";

/** The published categories of data, in words, by key. */
export function dataWords(): Readonly<Record<string, string>> {
  const words = messagesIn("en").vocabulary.categories;

  return Object.fromEntries(categories.map((key) => [key, words[key].title]));
}

/** Those that can be held by themselves: the record of requests is not erased in the first place. */
export function heldDataWords(): Readonly<Record<string, string>> {
  const { requests: _ledger, ...words } = dataWords();

  return words;
}
