import { index, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { channelKind } from "./channels";
import { instant } from "./columns";
import { contacts } from "./contacts";
import { sibling, tenantColumns, tenantConstraints } from "./tenancy";

export const consentState = pgEnum("consent_state", ["granted", "withdrawn"]);

/** That a contact agreed to something, or stopped agreeing, and how we know. */
export const consentRecords = pgTable(
  "consent_records",
  {
    ...tenantColumns(),
    contactId: uuid("contact_id").notNull(),
    purpose: text("purpose").notNull(),
    state: consentState("state").notNull(),
    evidence: text("evidence"),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    ...tenantConstraints(t),
    sibling(t, t.contactId, contacts),
    index("consent_records_contact_idx").on(t.workspaceId, t.contactId),
  ],
);

/**
 * A keyed digest that keeps somebody's stop request honoured after everything else of theirs is gone.
 *
 * It names nobody by itself, and is no foreign key to anybody.
 */
export const suppressionEntries = pgTable(
  "suppression_entries",
  {
    ...tenantColumns(),
    channel: channelKind("channel").notNull(),
    addressDigest: text("address_digest").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    ...tenantConstraints(t),
    uniqueIndex("suppression_entries_key").on(t.workspaceId, t.channel, t.addressDigest),
    index("suppression_entries_created_idx").on(t.createdAt),
  ],
);
