import { edition } from "../edition";
import type { PolicyProfile } from "../profile";

/**
 * A small CRM whose deletions are scheduled first, so that they can be taken back for a week, and
 * may take longer where more proof is needed. Removing its app at Meta deletes nothing.
 */
export const rimbaPesan: PolicyProfile = {
  name: "rimba-pesan",
  company: {
    name: "Rimba Pesan",
    legalName: "PT Rimba Pesan Digital",
    address: "Jalan Anggrek Contoh 7, Kota Teladan",
    privacyEmail: "bantuan@rimba-pesan.example",
    phone: null,
    website: "https://rimba-pesan.example",
  },
  ...edition("rimba-pesan"),
  languages: ["id", "en"],
  channels: ["workspace_settings", "account_settings", "form", "email"],
  requestEmail: {
    address: "bantuan@rimba-pesan.example",
    subject: null,
    asksFor: ["businessName", "whatsappNumber", "metaBusinessAccountId", "description"],
  },
  formDetails: {
    businessName: "optional",
    whatsappNumber: "optional",
    metaBusinessAccountId: "optional",
    description: "required",
  },
  deadlines: {
    acknowledgeWithinHours: 24,
    completeWithinDays: 30,
    from: "receipt",
    extensionDays: 30,
  },
  graceDays: 7,
  graceMayBeCutShort: false,
  verificationValidMinutes: 60,
  unverifiedDays: 7,
  proof: { workspace_admin: "address", representative: "authorisation", end_customer: "address" },
  mayAskForMore: true,
  metaRevocation: "disconnects",
  erasesMembersWithoutWorkspace: true,
  endCustomers: "ask_the_business",
  retentions: {
    audit_log: { months: 12, ground: "fraud_prevention" },
    invoices: { months: 84, ground: "tax" },
    suppression: { months: 24, ground: "objection" },
    request_ledger: { months: 24, ground: "accountability" },
  },
  holds: ["dispute"],
  backups: null,
  laws: [],
  disclaimsAffiliation: false,
};
