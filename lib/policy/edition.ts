import editions from "./editions.json" with { type: "json" };

/** When what a profile publishes last changed, and the name of that edition. */
export type Edition = { lastUpdated: string; version: string };

/**
 * The edition in force of a profile: its date, and a digest of what is published. Recorded by
 * `npm run policy:publish`, which a test asks for as soon as the record is no longer true.
 */
export function edition(name: keyof typeof editions): Edition {
  return editions[name];
}
