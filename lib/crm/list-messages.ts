import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { contacts, mediaAttachments, messages, storedObjects, users } from "@/db/schema";
import type { Db } from "@/lib/erasure";
import type { Attachment, Message } from "./schemas";

const pageSize = 50;

export type MessagePage = { messages: Message[]; hasOlder: boolean };

/**
 * The newest messages of a conversation, oldest first.
 *
 * Paged by key: `before` is the first message of the page that follows in time.
 */
export async function listMessages(
  db: Db,
  {
    workspaceId,
    conversationId,
    before,
  }: { workspaceId: string; conversationId: string; before?: string | undefined },
): Promise<MessagePage> {
  const rows = await db
    .select({
      id: messages.id,
      direction: messages.direction,
      kind: messages.kind,
      body: messages.body,
      templateName: messages.templateName,
      reaction: messages.reaction,
      authorName: users.name,
      senderName: contacts.name,
      createdAt: messages.createdAt,
    })
    .from(messages)
    .leftJoin(users, eq(users.id, messages.authorUserId))
    .leftJoin(
      contacts,
      and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, messages.senderContactId)),
    )
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.conversationId, conversationId),
        before === undefined ? undefined : isBefore(workspaceId, before),
      ),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(pageSize + 1);

  const shown = rows.slice(0, pageSize).reverse();
  const attachments = await listAttachments(
    db,
    workspaceId,
    shown.map(({ id }) => id),
  );
  return {
    messages: shown.map((message) => ({
      ...message,
      attachments: attachments.get(message.id) ?? [],
    })),
    hasOlder: rows.length > pageSize,
  };
}

function isBefore(workspaceId: string, messageId: string): SQL {
  return sql`(${messages.createdAt}, ${messages.id}) < (
    select place.created_at, place.id from ${messages} as place
    where place.workspace_id = ${workspaceId} and place.id = ${messageId})`;
}

async function listAttachments(
  db: Db,
  workspaceId: string,
  messageIds: string[],
): Promise<Map<string, Attachment[]>> {
  if (messageIds.length === 0) return new Map();
  const rows = await db
    .select({
      messageId: mediaAttachments.messageId,
      id: mediaAttachments.id,
      mimeType: mediaAttachments.mimeType,
      fileName: mediaAttachments.fileName,
      sizeBytes: mediaAttachments.sizeBytes,
      isStored: sql<boolean>`${storedObjects.state} is not distinct from 'stored'`,
    })
    .from(mediaAttachments)
    .leftJoin(
      storedObjects,
      and(
        eq(storedObjects.workspaceId, workspaceId),
        eq(storedObjects.key, mediaAttachments.objectKey),
      ),
    )
    .where(
      and(
        eq(mediaAttachments.workspaceId, workspaceId),
        inArray(mediaAttachments.messageId, messageIds),
      ),
    );
  return Map.groupBy(rows, ({ messageId }) => messageId);
}
