import { sql } from "drizzle-orm";
import {
  customType,
  index,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { sibling, tenantColumns, tenantConstraints } from "./tenancy";

export const lifecycleStage = pgEnum("lifecycle_stage", [
  "lead",
  "prospect",
  "customer",
  "repeat_customer",
  "lost",
]);

const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });

/**
 * An end customer of a workspace. `phone` is E.164, `email` lower case.
 *
 * `mergedIntoContactId` names the contact that this one turned out to be: the same person, by another
 * number. It is no row of the list any more, and goes with the other.
 *
 * `searchTerms` are the words that the contact is found by, each begun with the end of its
 * workspace's id, so that a search touches no other workspace's part of the index.
 */
export const contacts = pgTable(
  "contacts",
  {
    ...tenantColumns(),
    name: text("name").notNull(),
    phone: text("phone"),
    email: text("email"),
    lifecycleStage: lifecycleStage("lifecycle_stage").notNull().default("lead"),
    mergedIntoContactId: uuid("merged_into_contact_id"),
    createdAt: instant("created_at").notNull().defaultNow(),
    updatedAt: instant("updated_at").notNull().defaultNow(),
    searchTerms: tsvector("search_terms").generatedAlwaysAs(
      sql`contact_terms(workspace_id, name, phone, email)`,
    ),
  },
  (t) => [
    ...tenantConstraints(t),
    index("contacts_phone_idx").on(t.workspaceId, t.phone),
    index("contacts_email_idx").on(t.workspaceId, t.email),
    // A customer's request is for whichever businesses have them: looked up across workspaces.
    index("contacts_any_email_idx").on(t.email).where(sql`${t.email} is not null`),
    index("contacts_any_phone_idx").on(t.phone).where(sql`${t.phone} is not null`),
    index("contacts_name_idx").on(t.workspaceId, sql`${t.name} collate "und-x-icu"`, t.id),
    index("contacts_stage_idx").on(t.workspaceId, t.lifecycleStage, t.id),
    index("contacts_search_idx").using("gin", t.searchTerms),
    index("contacts_merged_into_idx")
      .on(t.workspaceId, t.mergedIntoContactId)
      .where(sql`${t.mergedIntoContactId} is not null`),
  ],
);

/** A label that agents put on contacts. */
export const tags = pgTable(
  "tags",
  { ...tenantColumns(), name: text("name").notNull(), color: text("color").notNull() },
  (t) => [...tenantConstraints(t), uniqueIndex("tags_name_key").on(t.workspaceId, t.name)],
);

export const contactTags = pgTable(
  "contact_tags",
  {
    ...tenantColumns(),
    contactId: uuid("contact_id").notNull(),
    tagId: uuid("tag_id").notNull(),
  },
  (t) => [
    ...tenantConstraints(t),
    sibling(t, t.contactId, contacts),
    sibling(t, t.tagId, tags),
    uniqueIndex("contact_tags_contact_tag_key").on(t.workspaceId, t.contactId, t.tagId),
    index("contact_tags_tag_idx").on(t.workspaceId, t.tagId),
  ],
);

/** A saved filter over contacts, evaluated when it is used. */
export const segments = pgTable(
  "segments",
  {
    ...tenantColumns(),
    name: text("name").notNull(),
    filter: jsonb("filter").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  tenantConstraints,
);

/** A field that a workspace has added to its contacts. */
export const customAttributes = pgTable(
  "custom_attributes",
  { ...tenantColumns(), key: text("key").notNull(), label: text("label").notNull() },
  (t) => [
    ...tenantConstraints(t),
    uniqueIndex("custom_attributes_key_key").on(t.workspaceId, t.key),
  ],
);

export const contactAttributeValues = pgTable(
  "contact_attribute_values",
  {
    ...tenantColumns(),
    contactId: uuid("contact_id").notNull(),
    attributeId: uuid("attribute_id").notNull(),
    value: text("value").notNull(),
  },
  (t) => [
    ...tenantConstraints(t),
    sibling(t, t.contactId, contacts),
    sibling(t, t.attributeId, customAttributes),
    uniqueIndex("contact_attribute_values_key").on(t.workspaceId, t.contactId, t.attributeId),
    index("contact_attribute_values_attribute_idx").on(t.workspaceId, t.attributeId),
  ],
);
