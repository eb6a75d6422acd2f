import { ar } from "./ar";
import type { Messages, Translation } from "./catalog";
import { en } from "./en";
import { hi } from "./hi";
import { id } from "./id";

export type { Messages } from "./catalog";

/** Every text that the public reads, by language. */
export const catalogs = { en, ar, hi, id } as const satisfies Record<string, Translation<Messages>>;

/**
 * The texts in a language, as the compiler knows them: with the keys and arguments of the English
 * ones, to which a test holds every other.
 */
export function messagesIn(language: keyof typeof catalogs): Messages {
  return catalogs[language] as Translation<Messages> as Messages;
}
