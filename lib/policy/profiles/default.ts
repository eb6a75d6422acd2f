import { edition } from "../edition";
import type { PolicyProfile } from "../profile";

/** The demo's own vendor: everything self-service, done at once, within the strictest limits. */
export const defaultProfile: PolicyProfile = {
  name: "default",
  company: {
    name: "Tidewater",
    legalName: "Tidewater Messaging Ltd",
    address: "12 Quay Street, Harbourtown",
    privacyEmail: "privacy@tidewater.example",
    phone: null,
    website: "https://tidewater.example",
  },
  ...edition("default"),
  languages: ["en", "ar", "hi", "id"],
  channels: ["workspace_settings", "account_settings", "form", "email", "meta_callback"],
  requestEmail: { address: "privacy@tidewater.example", subject: null, asksFor: [] },
  formDetails: {},
  deadlines: {
    acknowledgeWithinHours: 24,
    completeWithinDays: 30,
    from: "receipt",
    extensionDays: 30,
  },
  graceDays: 0,
  graceMayBeCutShort: true,
  verificationValidMinutes: 60,
  unverifiedDays: 7,
  proof: { workspace_admin: "address", representative: "authorisation", end_customer: "address" },
  mayAskForMore: true,
  metaRevocation: "disconnects",
  erasesMembersWithoutWorkspace: true,
  endCustomers: "ask_the_business",
  retentions: {
    audit_log: { months: 12, ground: "security" },
    invoices: { months: 84, ground: "tax" },
    suppression: { months: 24, ground: "objection" },
    request_ledger: { months: 24, ground: "accountability" },
  },
  holds: ["court_order", "dispute", "investigation"],
  backups: { rollOffDays: 14, confirmsAfter: "live_data" },
  laws: ["gdpr", "ccpa", "india_dpdp", "indonesia_pdp"],
  disclaimsAffiliation: true,
};
