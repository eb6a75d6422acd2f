import type { PolicyProfile } from "../profile";

/** The demo's own vendor: everything self-service, done at once, within the strictest limits. */
export const defaultProfile: PolicyProfile = {
  name: "default",
  company: {
    name: "Tidewater",
    legalName: "Tidewater Messaging Ltd",
    address: "12 Quay Street, Harbourtown",
    privacyEmail: "privacy@tidewater.example",
    website: "https://tidewater.example",
  },
  lastUpdated: "2026-11-22",
  version: "2026-11-22",
  deadlines: { acknowledgeWithinHours: 24, completeWithinDays: 30, from: "receipt" },
  graceDays: 0,
  verificationValidMinutes: 60,
  unverifiedDays: 7,
  metaRevocation: "disconnects",
  erasesMembersWithoutWorkspace: true,
  endCustomers: "ask_the_business",
  retentionMonths: { audit_log: 12, invoices: 84, suppression: 24, request_ledger: 24 },
  backupRollOffDays: null,
  laws: ["GDPR", "CCPA", "India DPDP Act", "Indonesia UU 27/2022"],
};
