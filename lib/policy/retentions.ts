/**
 * What may outlive an erasure, and on which grounds. The policy profile chooses the ground and says
 * how long; both have their words in the catalogs' vocabulary.
 */
export const retentions = {
  audit_log: ["security", "fraud_prevention"],
  invoices: ["tax", "financial_audit"],
  suppression: ["objection"],
  request_ledger: ["accountability"],
} as const satisfies Record<string, readonly string[]>;

export type Retention = keyof typeof retentions;
export type Ground = (typeof retentions)[Retention][number];

/** How long each retention lasts and on which of its grounds. */
export type RetentionTerms = {
  [Name in Retention]?: { months: number; ground: (typeof retentions)[Name][number] };
};

/** @throws when the map retains on a ground that is not published. */
export function retentionOf(key: string): Retention {
  if (!Object.hasOwn(retentions, key)) throw new Error(`The retention "${key}" is not published.`);
  return key as Retention;
}
