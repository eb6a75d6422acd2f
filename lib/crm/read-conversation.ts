import { and, eq } from "drizzle-orm";
import { channelConnections, contacts, conversations } from "@/db/schema";
import type { Db } from "@/lib/erasure";
import { isItsChannel, isItsContact } from "./conversation-parties";
import type { Conversation } from "./schemas";

/** One conversation of a workspace with the person, if it is one; null for anything else. */
export async function readConversation(
  db: Db,
  { workspaceId, conversationId }: { workspaceId: string; conversationId: string },
): Promise<Conversation | null> {
  const [conversation] = await db
    .select({
      id: conversations.id,
      state: conversations.state,
      channelKind: channelConnections.kind,
      channelName: channelConnections.displayName,
      contactId: conversations.contactId,
      contactName: contacts.name,
      contactPhone: contacts.phone,
      contactEmail: contacts.email,
    })
    .from(conversations)
    .leftJoin(contacts, isItsContact)
    .innerJoin(channelConnections, isItsChannel)
    .where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, conversationId)));
  return conversation ?? null;
}
