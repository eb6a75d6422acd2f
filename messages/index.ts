import type { Messages, Translation } from "./catalog";
import { en } from "./en";

export type { Messages } from "./catalog";

/** Every text that the public reads, by language. */
export const catalogs = { en, ar: en, hi: en, id: en } as const satisfies Record<
  string,
  Translation<Messages>
>;
