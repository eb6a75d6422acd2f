/**
 * Why something is kept after an erasure, in words and by which rule.
 *
 * How long is the policy profile's to say. A basis is an article, so that a reader can check it.
 */
export const retentions = {
  audit_log: {
    title: "Audit log",
    reason: "To detect and prove misuse of the service.",
    basis: "Legitimate interest in security (GDPR art. 6(1)(f), recital 49)",
  },
  invoices: {
    title: "Invoices",
    reason: "Tax and accounting law obliges us to keep them.",
    basis: "Legal obligation (GDPR art. 17(3)(b))",
  },
  suppression: {
    title: "Stop requests",
    reason: "So that somebody who asked not to be written to is not written to again.",
    basis: "Legal obligation to honour an objection (GDPR art. 17(3)(b) with art. 21(3))",
  },
  request_ledger: {
    title: "Record of requests",
    reason: "To show that requests were answered, and in time.",
    basis: "Accountability (GDPR art. 5(2); 11 CCR § 7101)",
  },
} as const satisfies Record<string, { title: string; reason: string; basis: string }>;

export type Retention = keyof typeof retentions;

/** @throws when the map retains on a ground that is not published. */
export function retentionOf(key: string): Retention {
  if (!Object.hasOwn(retentions, key)) throw new Error(`The retention "${key}" is not published.`);
  return key as Retention;
}
