import { edition } from "../edition";
import type { PolicyProfile } from "../profile";

/**
 * A messaging desk for agencies: owners delete their workspace themselves, and everybody else is
 * answered here, also the customers of its clients, once people have seen whose data it is.
 */
export const kestrelLane: PolicyProfile = {
  name: "kestrel-lane",
  company: {
    name: "Kestrel Lane",
    legalName: "Kestrel Lane Media Services",
    address: "Unit 4, Old Boatyard, Port Amber",
    privacyEmail: "help@kestrel-lane.example",
    phone: "+1 555 0142",
    website: "https://kestrel-lane.example",
  },
  ...edition("kestrel-lane"),
  languages: ["en"],
  channels: ["workspace_settings", "crm", "form", "email"],
  requestEmail: {
    address: "help@kestrel-lane.example",
    subject: "Please delete my data",
    asksFor: ["fullName", "whatsappNumber"],
  },
  formDetails: { fullName: "required", whatsappNumber: "optional" },
  deadlines: {
    acknowledgeWithinHours: 0,
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
  endCustomers: "answered",
  retentions: {
    audit_log: { months: 12, ground: "security" },
    invoices: { months: 84, ground: "tax" },
    suppression: { months: 24, ground: "objection" },
    request_ledger: { months: 24, ground: "accountability" },
  },
  holds: [],
  backups: null,
  laws: ["gdpr", "ccpa"],
  disclaimsAffiliation: false,
};
