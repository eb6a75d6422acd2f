import type { Rows } from "./copy/row-buffer";
import type { Random } from "./random";
import type { SeedKeys } from "./seed-keys";

/** An account that can be put on a team. */
export type SeededUser = { id: string; name: string; email: string; locale: string };

/** What every generator may use: where rows go, what time it is, and where chance comes from. */
export type World = {
  rows: Rows;
  random: Random;
  keys: SeedKeys;
  /** The newest moment in the data. */
  now: Date;
  /** The midnight (UTC) before the first message was written. */
  historyFrom: Date;
  passwordHash: string;
};
