import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  jsonb,
  pgEnum,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { channelConnections } from "./channels";
import { instant } from "./columns";
import { contacts } from "./contacts";
import { sibling, tenantColumns, tenantConstraints } from "./tenancy";
import { users } from "./users";

export const conversationState = pgEnum("conversation_state", ["open", "snoozed", "closed"]);
export const messageDirection = pgEnum("message_direction", ["inbound", "outbound"]);
export const messageKind = pgEnum("message_kind", ["text", "media", "template", "reaction"]);
export const messageStatus = pgEnum("message_status", ["sent", "delivered", "read", "failed"]);

/**
 * A thread over one channel: with one contact, whose it is, or in a group, which the provider's
 * `groupId` names and which is nobody's. What is said in a group is its senders', each their own.
 */
export const conversations = pgTable(
  "conversations",
  {
    ...tenantColumns(),
    contactId: uuid("contact_id"),
    groupId: text("group_id"),
    channelConnectionId: uuid("channel_connection_id").notNull(),
    assignedUserId: uuid("assigned_user_id").references(() => users.id),
    state: conversationState("state").notNull().default("open"),
    lastMessageAt: instant("last_message_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    ...tenantConstraints(t),
    sibling(t, t.contactId, contacts),
    sibling(t, t.channelConnectionId, channelConnections),
    index("conversations_contact_idx").on(t.workspaceId, t.contactId),
    index("conversations_channel_connection_idx").on(t.workspaceId, t.channelConnectionId),
    uniqueIndex("conversations_group_key").on(t.workspaceId, t.channelConnectionId, t.groupId),
    check(
      "conversations_with_one_or_in_a_group",
      sql`(${t.contactId} is null) = (${t.groupId} is not null)`,
    ),
    index("conversations_last_message_idx").on(t.workspaceId, t.lastMessageAt),
    index("conversations_assigned_user_idx")
      .on(t.assignedUserId)
      .where(sql`${t.assignedUserId} is not null`),
  ],
);

/**
 * One message in or out.
 *
 * What it replies or reacts to is the provider's id and no foreign key: deliveries come out of
 * order. `senderContactId` says who wrote it, where the thread does not: in a group. `authorUserId` is the agent who wrote an outbound one; the business owns the words, so
 * an account's erasure takes the author and leaves the message.
 */
export const messages = pgTable(
  "messages",
  {
    ...tenantColumns(),
    conversationId: uuid("conversation_id").notNull(),
    senderContactId: uuid("sender_contact_id"),
    direction: messageDirection("direction").notNull(),
    kind: messageKind("kind").notNull(),
    body: text("body"),
    templateName: text("template_name"),
    reaction: text("reaction"),
    payload: jsonb("payload"),
    providerMessageId: text("provider_message_id"),
    inReplyToProviderId: text("in_reply_to_provider_id"),
    authorUserId: uuid("author_user_id").references(() => users.id),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    ...tenantConstraints(t),
    sibling(t, t.conversationId, conversations),
    sibling(t, t.senderContactId, contacts),
    index("messages_sender_contact_idx")
      .on(t.senderContactId, t.workspaceId)
      .where(sql`${t.senderContactId} is not null`),
    index("messages_conversation_idx").on(t.workspaceId, t.conversationId, t.createdAt),
    uniqueIndex("messages_provider_message_id_key").on(t.workspaceId, t.providerMessageId),
    index("messages_author_user_idx").on(t.authorUserId).where(sql`${t.authorUserId} is not null`),
  ],
);

/** What the provider reported about an outbound message, and when. */
export const messageStatusEvents = pgTable(
  "message_status_events",
  {
    ...tenantColumns(),
    messageId: uuid("message_id").notNull(),
    status: messageStatus("status").notNull(),
    error: text("error"),
    occurredAt: instant("occurred_at").notNull(),
  },
  (t) => [
    ...tenantConstraints(t),
    sibling(t, t.messageId, messages),
    index("message_status_events_message_idx").on(t.workspaceId, t.messageId),
  ],
);

/**
 * A photo, voice note or document: the key of its bytes, and the provider's copy of it.
 *
 * The key is one of `stored_objects`, and no foreign key: what has been delivered is shown before it
 * has been downloaded, and after its bytes have gone.
 */
export const mediaAttachments = pgTable(
  "media_attachments",
  {
    ...tenantColumns(),
    messageId: uuid("message_id").notNull(),
    objectKey: text("object_key").notNull(),
    mimeType: text("mime_type").notNull(),
    sizeBytes: bigint("size_bytes", { mode: "number" }).notNull(),
    fileName: text("file_name"),
    providerMediaId: text("provider_media_id"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (t) => [
    ...tenantConstraints(t),
    sibling(t, t.messageId, messages),
    index("media_attachments_message_idx").on(t.workspaceId, t.messageId),
  ],
);
