import { sql } from "drizzle-orm";
import { index, pgEnum, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { contacts, segments } from "./contacts";
import { sibling, tenantColumns, tenantConstraints } from "./tenancy";
import { users } from "./users";

export const campaignState = pgEnum("campaign_state", ["draft", "scheduled", "sending", "sent"]);
export const recipientState = pgEnum("campaign_recipient_state", [
  "queued",
  "sent",
  "replied",
  "failed",
]);

/** A message template, as approved by the provider. */
export const templates = pgTable(
  "templates",
  {
    ...tenantColumns(),
    name: text("name").notNull(),
    language: text("language").notNull(),
    category: text("category").notNull(),
    body: text("body").notNull(),
    providerTemplateId: text("provider_template_id"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    ...tenantConstraints(t),
    uniqueIndex("templates_name_key").on(t.workspaceId, t.name, t.language),
  ],
);

export const campaigns = pgTable(
  "campaigns",
  {
    ...tenantColumns(),
    templateId: uuid("template_id").notNull(),
    segmentId: uuid("segment_id"),
    createdByUserId: uuid("created_by_user_id").references(() => users.id),
    name: text("name").notNull(),
    state: campaignState("state").notNull(),
    scheduledAt: instant("scheduled_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    ...tenantConstraints(t),
    sibling(t, t.templateId, templates),
    sibling(t, t.segmentId, segments),
    index("campaigns_template_idx").on(t.workspaceId, t.templateId),
    index("campaigns_segment_idx").on(t.workspaceId, t.segmentId),
    index("campaigns_created_by_idx")
      .on(t.createdByUserId)
      .where(sql`${t.createdByUserId} is not null`),
  ],
);

/** One contact's place in a campaign. */
export const campaignRecipients = pgTable(
  "campaign_recipients",
  {
    ...tenantColumns(),
    campaignId: uuid("campaign_id").notNull(),
    contactId: uuid("contact_id").notNull(),
    state: recipientState("state").notNull(),
    sentAt: instant("sent_at"),
  },
  (t) => [
    ...tenantConstraints(t),
    sibling(t, t.campaignId, campaigns),
    sibling(t, t.contactId, contacts),
    uniqueIndex("campaign_recipients_key").on(t.workspaceId, t.campaignId, t.contactId),
    index("campaign_recipients_contact_idx").on(t.workspaceId, t.contactId),
  ],
);
