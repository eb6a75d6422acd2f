import { edition } from "../edition";
import type { PolicyProfile } from "../profile";

/**
 * A platform for shops that sell in chats: gone at once from the live database and in 30 days from
 * the backups; customers' requests are passed on to the shop; a Meta user can be named outright.
 */
export const orchardRow: PolicyProfile = {
  name: "orchard-row",
  company: {
    name: "Orchard Row",
    legalName: "Orchard Row Commerce Pvt Ltd",
    address: "88 Lake View Crescent, Fairhaven",
    privacyEmail: "privacy@orchard-row.example",
    phone: null,
    website: "https://orchard-row.example",
  },
  ...edition("orchard-row"),
  languages: ["en", "hi"],
  channels: ["workspace_settings", "account_settings", "form", "email", "meta_callback"],
  requestEmail: {
    address: "privacy@orchard-row.example",
    subject: null,
    asksFor: ["fullName", "whatsappNumber", "organization", "metaUserId"],
  },
  formDetails: {
    fullName: "required",
    whatsappNumber: "optional",
    organization: "required",
    metaUserId: "optional",
  },
  deadlines: {
    acknowledgeWithinHours: 7 * 24,
    completeWithinDays: 30,
    from: "receipt",
    extensionDays: 0,
  },
  graceDays: 0,
  graceMayBeCutShort: false,
  verificationValidMinutes: 60,
  unverifiedDays: 7,
  proof: {
    workspace_admin: "address",
    representative: "authorisation",
    end_customer: "address_and_review",
  },
  mayAskForMore: true,
  metaRevocation: "disconnects",
  erasesMembersWithoutWorkspace: true,
  endCustomers: "forwarded",
  retentions: {
    audit_log: { months: 12, ground: "security" },
    invoices: { months: 84, ground: "tax" },
    suppression: { months: 24, ground: "objection" },
    request_ledger: { months: 24, ground: "accountability" },
  },
  holds: ["court_order"],
  backups: { rollOffDays: 30, confirmsAfter: "live_data" },
  laws: ["gdpr", "india_dpdp", "ccpa"],
  disclaimsAffiliation: false,
};
