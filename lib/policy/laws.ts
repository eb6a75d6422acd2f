/**
 * The bounds that a law sets to a promise. A profile that names the law and promises less is refused
 * at start.
 */
export type LawBounds = {
  title: string;
  acknowledgeWithinHours?: number;
  completeWithinDays?: number;
  /** The time to complete counts from receipt, however long verification takes. */
  countsFromReceipt?: true;
  /** By how much the time may be extended once, with reasons. */
  extensionDays?: number;
  /** Months from receipt in which an extension has to be told. */
  extensionToldWithinMonths?: number;
  /** From the request to the freeze. */
  restrictWithinDays?: number;
  /** For how long these have to be kept at least. */
  retentionMonths?: Partial<Record<"audit_log" | "request_ledger", number>>;
};

/** The laws that a profile can say it follows, with the figures they are known for. */
export const laws = {
  /**
   * Art. 12(3): one month, which is 31 days at most, and two further ones; of those the person is
   * told, with reasons, within the first.
   */
  gdpr: {
    title: "GDPR",
    completeWithinDays: 31,
    extensionDays: 61,
    extensionToldWithinMonths: 1,
  },
  /**
   * 11 CCR § 7021: receipt confirmed in 10 business days, which are 12 days at least; answered in 45
   * calendar days from receipt, and 90 at most. § 7101: records kept for 24 months.
   */
  ccpa: {
    title: "CCPA",
    acknowledgeWithinHours: 12 * 24,
    completeWithinDays: 45,
    countsFromReceipt: true,
    extensionDays: 45,
    retentionMonths: { request_ledger: 24 },
  },
  /** DPDP Rules, rule 8(3): logs of processing are kept for a year. */
  india_dpdp: { title: "India DPDP Act", retentionMonths: { audit_log: 12 } },
  india_it: { title: "India IT Act" },
  /** Law 27/2022: processing is restricted within three times 24 hours of the request. */
  indonesia_pdp: { title: "Indonesia UU 27/2022", restrictWithinDays: 3 },
} as const satisfies Record<string, LawBounds>;

export type Law = keyof typeof laws;

/** A law's bounds, those that it does not set included. */
export function boundsOf(law: Law): LawBounds {
  return laws[law];
}
