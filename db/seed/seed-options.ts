import type { SeedKeys } from "./seed-keys";

export type SeedOptions = {
  /** The first two are `acme` and `globex`; the rest are businesses like them. */
  workspaces: number;
  /** Over all workspaces together, exactly. Everything else grows with them. */
  messages: number;
  /** One for everybody who has one. */
  password: string;
  keys: SeedKeys;
  /** The newest moment in the data; a year of history lies before it. */
  baseTime: Date;
  /** Another word makes another database, just as repeatable. */
  seed: string;
};

/** Two workspaces with a few thousand rows each. */
export const demoSize = {
  workspaces: 2,
  messages: 2600,
  baseTime: new Date("2026-11-20T16:30:00Z"),
  seed: "lethe",
} as const satisfies Omit<SeedOptions, "password" | "keys">;
