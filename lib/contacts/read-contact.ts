import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import {
  activityLogs,
  channelConnections,
  consentRecords,
  contactAttributeValues,
  contactFences,
  contacts,
  contactTags,
  conversations,
  customAttributes,
  tags,
  users,
} from "@/db/schema";
import { type Db, fenceOfContact } from "@/lib/erasure";
import type { ContactDetail } from "./schemas";

const shown = 20;

/** One contact of a workspace with what is known of them; null for anybody else's, or nobody. */
export async function readContact(
  db: Db,
  { workspaceId, contactId }: { workspaceId: string; contactId: string },
): Promise<ContactDetail | null> {
  const [contact] = await db
    .select({
      id: contacts.id,
      name: contacts.name,
      phone: contacts.phone,
      email: contacts.email,
      stage: contacts.lifecycleStage,
      addedAt: contacts.createdAt,
      isBeingErased: sql<boolean>`${contactFences.contactId} is not null`,
    })
    .from(contacts)
    .leftJoin(contactFences, and(fenceOfContact(), isNull(contactFences.erasedAt)))
    .where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, contactId)));
  if (contact === undefined) return null;
  const [named, attributes, consents, threads, history] = await Promise.all([
    tagsOf(db, workspaceId, contactId),
    attributesOf(db, workspaceId, contactId),
    consentsOf(db, workspaceId, contactId),
    conversationsOf(db, workspaceId, contactId),
    historyOf(db, workspaceId, contactId),
  ]);
  return { ...contact, tags: named, attributes, consents, conversations: threads, history };
}

async function tagsOf(db: Db, workspaceId: string, contactId: string) {
  return await db
    .select({ id: tags.id, name: tags.name })
    .from(contactTags)
    .innerJoin(tags, and(eq(tags.workspaceId, workspaceId), eq(tags.id, contactTags.tagId)))
    .where(and(eq(contactTags.workspaceId, workspaceId), eq(contactTags.contactId, contactId)))
    .orderBy(asc(tags.name));
}

async function attributesOf(db: Db, workspaceId: string, contactId: string) {
  return await db
    .select({ label: customAttributes.label, value: contactAttributeValues.value })
    .from(contactAttributeValues)
    .innerJoin(
      customAttributes,
      and(
        eq(customAttributes.workspaceId, workspaceId),
        eq(customAttributes.id, contactAttributeValues.attributeId),
      ),
    )
    .where(
      and(
        eq(contactAttributeValues.workspaceId, workspaceId),
        eq(contactAttributeValues.contactId, contactId),
      ),
    )
    .orderBy(asc(customAttributes.label));
}

/** The latest word on each purpose. */
async function consentsOf(db: Db, workspaceId: string, contactId: string) {
  return await db
    .selectDistinctOn([consentRecords.purpose], {
      purpose: consentRecords.purpose,
      state: consentRecords.state,
      recordedAt: consentRecords.recordedAt,
    })
    .from(consentRecords)
    .where(
      and(eq(consentRecords.workspaceId, workspaceId), eq(consentRecords.contactId, contactId)),
    )
    .orderBy(asc(consentRecords.purpose), desc(consentRecords.recordedAt), desc(consentRecords.id));
}

async function conversationsOf(db: Db, workspaceId: string, contactId: string) {
  return await db
    .select({
      id: conversations.id,
      channelKind: channelConnections.kind,
      lastMessageAt: conversations.lastMessageAt,
    })
    .from(conversations)
    .innerJoin(
      channelConnections,
      and(
        eq(channelConnections.workspaceId, workspaceId),
        eq(channelConnections.id, conversations.channelConnectionId),
      ),
    )
    .where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.contactId, contactId)))
    .orderBy(desc(conversations.lastMessageAt))
    .limit(shown);
}

async function historyOf(db: Db, workspaceId: string, contactId: string) {
  return await db
    .select({
      id: activityLogs.id,
      action: activityLogs.action,
      actorName: users.name,
      occurredAt: activityLogs.occurredAt,
    })
    .from(activityLogs)
    .leftJoin(users, eq(users.id, activityLogs.actorUserId))
    .where(and(eq(activityLogs.workspaceId, workspaceId), eq(activityLogs.contactId, contactId)))
    .orderBy(desc(activityLogs.occurredAt), desc(activityLogs.id))
    .limit(shown);
}
