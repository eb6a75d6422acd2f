import { and, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { channelConnections, contacts, conversations, messages } from "@/db/schema";
import type { Db } from "@/lib/erasure";
import { isItsChannel, isItsContact } from "./conversation-parties";
import type { ConversationSummary } from "./schemas";

const pageSize = 30;

export type ConversationPage = { conversations: ConversationSummary[]; hasMore: boolean };

/**
 * A workspace's conversations, the one that was active last first.
 *
 * Paged by key: `after` is the last conversation of the page before, and its place is looked up
 * anew, so that a page costs the same however deep it lies.
 */
export async function listConversations(
  db: Db,
  { workspaceId, after }: { workspaceId: string; after?: string | undefined },
): Promise<ConversationPage> {
  const lastMessage = db
    .select({
      direction: messages.direction,
      kind: messages.kind,
      body: messages.body,
      reaction: messages.reaction,
    })
    .from(messages)
    .where(
      and(eq(messages.workspaceId, workspaceId), eq(messages.conversationId, conversations.id)),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(1)
    .as("last_message");

  const rows = await db
    .select({
      id: conversations.id,
      state: conversations.state,
      contactName: contacts.name,
      channelKind: channelConnections.kind,
      lastMessageAt: conversations.lastMessageAt,
      lastMessage: {
        direction: lastMessage.direction,
        kind: lastMessage.kind,
        body: lastMessage.body,
        reaction: lastMessage.reaction,
      },
    })
    .from(conversations)
    .leftJoin(contacts, isItsContact)
    .innerJoin(channelConnections, isItsChannel)
    .leftJoinLateral(lastMessage, sql`true`)
    .where(
      and(
        eq(conversations.workspaceId, workspaceId),
        isNotNull(conversations.lastMessageAt),
        after === undefined ? undefined : isAfter(workspaceId, after),
      ),
    )
    .orderBy(desc(conversations.lastMessageAt), desc(conversations.id))
    .limit(pageSize + 1);

  return { conversations: rows.slice(0, pageSize), hasMore: rows.length > pageSize };
}

function isAfter(workspaceId: string, conversationId: string): SQL {
  return sql`(${conversations.lastMessageAt}, ${conversations.id}) < (
    select place.last_message_at, place.id from ${conversations} as place
    where place.workspace_id = ${workspaceId} and place.id = ${conversationId})`;
}
