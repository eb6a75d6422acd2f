import type { Retention } from "./retentions";

/**
 * A vendor's promises. The page, the mails, the deadlines and the behaviour follow the chosen one.
 *
 * Figures are promises; where a law bounds one, its docstring names the article.
 */
export type PolicyProfile = {
  name: string;
  company: {
    name: string;
    legalName: string;
    address: string;
    privacyEmail: string;
    website: string;
  };
  /** ISO date of the last change to these promises; shown as "Last updated". */
  lastUpdated: string;
  /** Kept with each request: the version in force when it was made. */
  version: string;
  /** GDPR 12(3): one month to answer; CCPA 7021: receipt confirmed in 10 business days. */
  deadlines: {
    acknowledgeWithinHours: number;
    completeWithinDays: number;
    from: "receipt" | "verification";
  };
  /** Days in which a confirmed deletion can still be cancelled; 0 means it starts at once. */
  graceDays: number;
  verificationValidMinutes: number;
  /** Days after which a request that nobody verified is let go. */
  unverifiedDays: number;
  /** What it means when somebody removes the app at Meta. */
  metaRevocation: "opens_deletion" | "disconnects";
  erasesMembersWithoutWorkspace: boolean;
  /** End customers are the business's to answer (it is the controller), or forwarded to it. */
  endCustomers: "ask_the_business" | "forwarded";
  retentionMonths: Record<Retention, number>;
  /** Days until encrypted backups have rolled off; null when none are kept. */
  backupRollOffDays: number | null;
  laws: string[];
};
