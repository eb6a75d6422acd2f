import { and, asc, eq, inArray, isNull, max } from "drizzle-orm";
import { contactFences, contactTags, conversations, tags } from "@/db/schema";
import type { Db } from "@/lib/erasure";
import type { ContactSummary, Tag } from "./schemas";

type Details = Pick<ContactSummary, "tags" | "lastMessageAt" | "isBeingErased">;

/** What a list shows beside these contacts, looked up for all of them at once. */
export async function contactDetails(
  db: Db,
  workspaceId: string,
  contactIds: string[],
): Promise<(contactId: string) => Details> {
  if (contactIds.length === 0) return () => nothing;
  const [tagged, written, fenced] = await Promise.all([
    db
      .select({ contactId: contactTags.contactId, id: tags.id, name: tags.name })
      .from(contactTags)
      .innerJoin(tags, and(eq(tags.workspaceId, workspaceId), eq(tags.id, contactTags.tagId)))
      .where(
        and(eq(contactTags.workspaceId, workspaceId), inArray(contactTags.contactId, contactIds)),
      )
      .orderBy(asc(tags.name)),
    db
      .select({ contactId: conversations.contactId, at: max(conversations.lastMessageAt) })
      .from(conversations)
      .where(
        and(
          eq(conversations.workspaceId, workspaceId),
          inArray(conversations.contactId, contactIds),
        ),
      )
      .groupBy(conversations.contactId),
    db
      .select({ contactId: contactFences.contactId })
      .from(contactFences)
      .where(
        and(
          eq(contactFences.workspaceId, workspaceId),
          inArray(contactFences.contactId, contactIds),
          isNull(contactFences.erasedAt),
        ),
      ),
  ]);
  const tagsOf = Map.groupBy(tagged, ({ contactId }) => contactId);
  const lastMessages = new Map(written.map(({ contactId, at }) => [contactId, at]));
  const beingErased = new Set(fenced.map(({ contactId }) => contactId));
  return (contactId) => ({
    tags: (tagsOf.get(contactId) ?? []).map(({ id, name }): Tag => ({ id, name })),
    lastMessageAt: lastMessages.get(contactId) ?? null,
    isBeingErased: beingErased.has(contactId),
  });
}

const nothing: Details = { tags: [], lastMessageAt: null, isBeingErased: false };
