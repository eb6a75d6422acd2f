import type { Channel, ErasureRules } from "@/lib/erasure/context";
import type { RequestDetail } from "@/lib/erasure/schemas";
import type { Language } from "@/lib/i18n/languages";
import type { Law } from "./laws";
import type { RetentionTerms } from "./retentions";

/**
 * A vendor's promises. The page, the form, the mails, the deadlines and the behaviour follow the
 * chosen one.
 *
 * Figures are promises. One that breaks a law it names, the erasure map or another promise is
 * refused at start: see `findContradictions`.
 */
export type PolicyProfile = {
  name: string;
  company: {
    name: string;
    legalName: string;
    address: string;
    /** For questions and complaints; mails can be answered to it. */
    privacyEmail: string;
    phone: string | null;
    website: string;
  };
  /** ISO date of the last change to these promises; shown as "Last updated". */
  lastUpdated: string;
  /** Kept with each request: the version in force when it was made. */
  version: string;
  /** The languages of the page and the mails, the first one for everybody else. */
  languages: readonly Language[];
  channels: readonly Channel[];
  /** How to ask by e-mail; null where that is not offered. */
  requestEmail: RequestEmail | null;
  /** What the form asks for beyond who, what and the address. */
  formDetails: Readonly<Partial<Record<RequestDetail, "required" | "optional">>>;
  deadlines: {
    /** 0 is at once. CCPA 7021: within 10 business days. */
    acknowledgeWithinHours: number;
    /** GDPR 12(3): within one month. */
    completeWithinDays: number;
    from: "receipt" | "verification";
    /** By how much it may take longer where more proof is needed; 0 where it may not. */
    extensionDays: number;
  };
  /** Days in which a confirmed deletion can still be cancelled; 0 means it starts at once. */
  graceDays: number;
  /** Whether people may start a deletion earlier, when the one who asked for it wants that. */
  graceMayBeCutShort: boolean;
  verificationValidMinutes: number;
  /** Days after which a request that nobody verified is let go. */
  unverifiedDays: number;
  proof: ErasureRules["proof"];
  /** Whether people may ask for more than the proof that is always asked. */
  mayAskForMore: boolean;
  /** What it means when somebody removes the app at Meta. */
  metaRevocation: ErasureRules["metaRevocation"];
  erasesMembersWithoutWorkspace: boolean;
  /**
   * End customers are the business's to answer (it is the controller): they are sent to it, or their
   * request is forwarded to it, or it is answered here on its behalf.
   */
  endCustomers: ErasureRules["endCustomers"];
  retentions: RetentionTerms;
  /** What is known to make a request wait, besides what the law says anyway. */
  holds: readonly HoldGround[];
  /** Null when no backups are kept. */
  backups: {
    /** Days until the encrypted copies have been overwritten. */
    rollOffDays: number;
    /** The last mail is sent when the live data is gone, or when the backups are, too. */
    confirmsAfter: "live_data" | "backups";
  } | null;
  laws: readonly Law[];
  /** Whether the page says that the company is not part of Meta. */
  disclaimsAffiliation: boolean;
};

export type RequestEmail = {
  address: string;
  /** What to write as the subject; null where anything will do. */
  subject: string | null;
  asksFor: readonly RequestDetail[];
};

export type HoldGround = "court_order" | "dispute" | "investigation";
