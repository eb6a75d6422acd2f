import type { membershipRole } from "@/db/schema";

export type Role = (typeof membershipRole.enumValues)[number];

/** App-scoped user IDs that Meta's callback can name in the demo and in tests. */
export const metaUserIds = {
  /** owner@acme.test, who has a password too. */
  acmeOwner: "10229871502214401",
  /** meta-agent@acme.test, who can only sign in with Meta. */
  acmeMetaAgent: "10229871502214402",
  /** owner@globex.test, the neighbour. */
  globexOwner: "10229871502214403",
} as const;

export type DemoPerson = {
  name: string;
  email: string;
  locale: string;
  hasPassword: boolean;
  isOperator: boolean;
  metaUserId: string | null;
  roles: Readonly<Partial<Record<"acme" | "globex", Role>>>;
};

/** Everybody who can sign in to the demo. */
export const demoPeople = {
  acmeOwner: {
    name: "Olivia Ackermann",
    email: "owner@acme.test",
    locale: "en",
    hasPassword: true,
    isOperator: false,
    metaUserId: metaUserIds.acmeOwner,
    roles: { acme: "owner" },
  },
  acmeAdmin: {
    name: "Ángel Domínguez",
    email: "admin@acme.test",
    locale: "es",
    hasPassword: true,
    isOperator: false,
    metaUserId: null,
    roles: { acme: "admin" },
  },
  acmeAgent: {
    name: "Aisha Grant",
    email: "agent@acme.test",
    locale: "en",
    hasPassword: true,
    isOperator: false,
    metaUserId: null,
    roles: { acme: "agent" },
  },
  acmeMetaAgent: {
    name: "نور الحداد",
    email: "meta-agent@acme.test",
    locale: "ar",
    hasPassword: false,
    isOperator: false,
    metaUserId: metaUserIds.acmeMetaAgent,
    roles: { acme: "agent" },
  },
  globexOwner: {
    name: "Gideon בן־דוד",
    email: "owner@globex.test",
    locale: "he",
    hasPassword: true,
    isOperator: false,
    metaUserId: metaUserIds.globexOwner,
    roles: { globex: "owner" },
  },
  globexAgent: {
    name: "Priya शर्मा",
    email: "agent@globex.test",
    locale: "hi",
    hasPassword: true,
    isOperator: false,
    metaUserId: null,
    roles: { globex: "agent" },
  },
  sharedAgent: {
    name: "Samira Lund",
    email: "samira@freelance.test",
    locale: "pt",
    hasPassword: true,
    isOperator: false,
    metaUserId: null,
    roles: { acme: "agent", globex: "admin" },
  },
  operator: {
    name: "Leon Operator",
    email: "operator@lethe.test",
    locale: "en",
    hasPassword: true,
    isOperator: true,
    metaUserId: null,
    roles: {},
  },
} as const satisfies Record<string, DemoPerson>;

/** How many end customers every workspace shares with all others, the first persons of the world. */
export const SHARED_CUSTOMERS = 12;
