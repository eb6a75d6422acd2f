import { edition } from "../edition";
import type { PolicyProfile } from "../profile";

/**
 * A team inbox whose staff look at every request before it is carried out; the time counts from
 * verification. Customers are sent to the business, and the page says what the company is not.
 */
export const willowWire: PolicyProfile = {
  name: "willow-wire",
  company: {
    name: "Willow & Wire",
    legalName: "Willow & Wire OÜ",
    address: "5 Lantern Steps, Westermere",
    privacyEmail: "officer@willow-wire.example",
    phone: null,
    website: "https://willow-wire.example",
  },
  ...edition("willow-wire"),
  languages: ["en", "ar"],
  channels: ["form", "email"],
  requestEmail: {
    address: "officer@willow-wire.example",
    subject: "Delete my data",
    asksFor: [],
  },
  formDetails: {},
  deadlines: {
    acknowledgeWithinHours: 0,
    completeWithinDays: 30,
    from: "verification",
    extensionDays: 0,
  },
  graceDays: 0,
  graceMayBeCutShort: false,
  verificationValidMinutes: 60,
  unverifiedDays: 7,
  proof: {
    workspace_admin: "address_and_review",
    representative: "authorisation",
    end_customer: "address",
  },
  mayAskForMore: false,
  metaRevocation: "disconnects",
  erasesMembersWithoutWorkspace: true,
  endCustomers: "ask_the_business",
  retentions: {
    audit_log: { months: 12, ground: "security" },
    invoices: { months: 84, ground: "tax" },
    suppression: { months: 24, ground: "objection" },
    request_ledger: { months: 24, ground: "accountability" },
  },
  holds: ["dispute", "investigation"],
  backups: { rollOffDays: 30, confirmsAfter: "live_data" },
  laws: ["gdpr", "ccpa"],
  disclaimsAffiliation: true,
};
