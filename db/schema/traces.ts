import { sql } from "drizzle-orm";
import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { actorKind } from "./actors";
import { instant } from "./columns";
import { contacts } from "./contacts";
import { sibling, tenantColumns, tenantConstraints } from "./tenancy";
import { users } from "./users";

/** What somebody did in the CRM, as shown to their colleagues. */
export const activityLogs = pgTable(
  "activity_logs",
  {
    ...tenantColumns(),
    actorUserId: uuid("actor_user_id").references(() => users.id),
    contactId: uuid("contact_id"),
    action: text("action").notNull(),
    detail: jsonb("detail"),
    ipAddress: text("ip_address"),
    occurredAt: instant("occurred_at").notNull(),
  },
  (t) => [
    ...tenantConstraints(t),
    sibling(t, t.contactId, contacts),
    index("activity_logs_contact_idx").on(t.workspaceId, t.contactId),
    index("activity_logs_actor_idx").on(t.actorUserId).where(sql`${t.actorUserId} is not null`),
  ],
);

/**
 * A raw exchange with a provider, kept for a while to find faults.
 *
 * One that no contact was found for is still about somebody: `addressDigest` is the keyed digest of
 * the sender's phone number, by which that person's erasure finds it.
 */
export const debugTraces = pgTable(
  "debug_traces",
  {
    ...tenantColumns(),
    contactId: uuid("contact_id"),
    addressDigest: text("address_digest"),
    source: text("source").notNull(),
    payload: jsonb("payload").notNull(),
    occurredAt: instant("occurred_at").notNull(),
  },
  (t) => [
    ...tenantConstraints(t),
    sibling(t, t.contactId, contacts),
    index("debug_traces_contact_idx").on(t.workspaceId, t.contactId),
    index("debug_traces_address_idx").on(t.workspaceId, t.addressDigest),
  ],
);

/**
 * The security record: when, what, and by what kind of actor.
 *
 * It outlives its workspace, so it refers to nothing. Who it was, from where, whom it was done to
 * and what is said of it is personal and goes with the person or the workspace; the rest stays for
 * its period.
 */
export const auditLog = pgTable(
  "audit_log",
  {
    ...tenantColumns(),
    occurredAt: instant("occurred_at").notNull(),
    action: text("action").notNull(),
    actorKind: actorKind("actor_kind").notNull(),
    actorUserId: uuid("actor_user_id"),
    ipAddress: text("ip_address"),
    targetUserId: uuid("target_user_id"),
    targetContactId: uuid("target_contact_id"),
    detail: jsonb("detail"),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index("audit_log_occurred_at_idx").on(t.occurredAt),
    index("audit_log_actor_idx").on(t.actorUserId).where(sql`${t.actorUserId} is not null`),
    index("audit_log_target_user_idx").on(t.targetUserId).where(sql`${t.targetUserId} is not null`),
    index("audit_log_target_contact_idx")
      .on(t.targetContactId, t.workspaceId)
      .where(sql`${t.targetContactId} is not null`),
  ],
);
