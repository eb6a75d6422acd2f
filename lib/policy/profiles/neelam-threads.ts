import { edition } from "../edition";
import type { PolicyProfile } from "../profile";

/**
 * An integrator without a form: one removes its app at Meta, which opens a deletion, or writes.
 * Confirmed only once the backups have rolled off as well.
 */
export const neelamThreads: PolicyProfile = {
  name: "neelam-threads",
  company: {
    name: "Neelam Threads",
    legalName: "Neelam Threads Software LLP",
    address: "3rd Floor, 21 Sample Market Road, Nadipur",
    privacyEmail: "care@neelam-threads.example",
    phone: null,
    website: "https://neelam-threads.example",
  },
  ...edition("neelam-threads"),
  languages: ["en", "hi"],
  channels: ["email", "meta_callback"],
  requestEmail: {
    address: "care@neelam-threads.example",
    subject: "Delete my data: name of your business, or its telephone number",
    asksFor: ["businessName", "whatsappNumber"],
  },
  formDetails: {},
  deadlines: {
    acknowledgeWithinHours: 24,
    completeWithinDays: 30,
    from: "receipt",
    extensionDays: 0,
  },
  graceDays: 0,
  graceMayBeCutShort: false,
  verificationValidMinutes: 60,
  unverifiedDays: 7,
  proof: { workspace_admin: "address", representative: "authorisation", end_customer: "address" },
  mayAskForMore: false,
  metaRevocation: "opens_deletion",
  erasesMembersWithoutWorkspace: true,
  endCustomers: "ask_the_business",
  retentions: {
    audit_log: { months: 12, ground: "fraud_prevention" },
    invoices: { months: 96, ground: "financial_audit" },
    suppression: { months: 24, ground: "objection" },
    request_ledger: { months: 24, ground: "accountability" },
  },
  holds: [],
  backups: { rollOffDays: 14, confirmsAfter: "backups" },
  laws: ["india_it", "india_dpdp"],
  disclaimsAffiliation: false,
};
