/**
 * What may outlive an erasure, and on which grounds: in words, and by which rule.
 *
 * The policy profile chooses the ground and says how long. A basis is an article, so that a reader
 * can check it.
 */
export const retentions = {
  audit_log: {
    title: "Audit log",
    grounds: {
      security: {
        reason: "To detect and prove misuse of the service.",
        basis: "Legitimate interest in security (GDPR art. 6(1)(f), recital 49)",
      },
      fraud_prevention: {
        reason: "To recognise fraud and abuse, and to keep them from happening again.",
        basis: "Legitimate interest in preventing fraud (GDPR art. 6(1)(f), recital 47)",
      },
    },
  },
  invoices: {
    title: "Invoices",
    grounds: {
      tax: {
        reason: "Tax and accounting law obliges us to keep them.",
        basis: "Legal obligation (GDPR art. 17(3)(b))",
      },
      financial_audit: {
        reason: "Our accounts are audited, and billing has to be provable until then.",
        basis: "Legal obligation to keep books (GDPR art. 17(3)(b))",
      },
    },
  },
  suppression: {
    title: "Stop requests",
    grounds: {
      objection: {
        reason: "So that somebody who asked not to be written to is not written to again.",
        basis: "Legal obligation to honour an objection (GDPR art. 17(3)(b) with art. 21(3))",
      },
    },
  },
  request_ledger: {
    title: "Record of requests",
    grounds: {
      accountability: {
        reason: "To show that requests were answered, and in time.",
        basis: "Accountability (GDPR art. 5(2); 11 CCR § 7101)",
      },
    },
  },
} as const satisfies Record<string, { title: string; grounds: Record<string, Ground> }>;

type Ground = { reason: string; basis: string };

export type Retention = keyof typeof retentions;

/** How long each retention lasts and on which of its grounds. */
export type RetentionTerms = {
  [Name in Retention]?: { months: number; ground: keyof (typeof retentions)[Name]["grounds"] };
};

/** A retention as a reader is told of it. */
export type PublishedRetention = { title: string } & Ground;

/** @throws when the map retains on a ground that is not published. */
export function retentionOf(key: string): Retention {
  if (!Object.hasOwn(retentions, key)) throw new Error(`The retention "${key}" is not published.`);
  return key as Retention;
}
