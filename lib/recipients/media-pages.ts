import { and, asc, eq, gt, isNotNull, or } from "drizzle-orm";
import { conversations, mediaAttachments, messages } from "@/db/schema";
import { isAmong } from "@/lib/erasure/engine";
import type { Connection } from "./connections";
import { contactIdsOf } from "./contact-ids-of";
import { paged } from "./paged";
import type { PlanScope } from "./recipient";

/** The provider's ids of the subject's media that went through a connection, page by page. */
export async function* mediaPages(
  { tx, subject }: PlanScope,
  { workspaceId, id: connectionId }: Connection,
): AsyncIterable<string[]> {
  const contactIds = contactIdsOf(subject);
  const pages = paged<{ id: string; mediaId: string | null }>(async (after, limit) =>
    tx
      .select({ id: mediaAttachments.id, mediaId: mediaAttachments.providerMediaId })
      .from(mediaAttachments)
      .innerJoin(
        messages,
        and(
          eq(messages.workspaceId, mediaAttachments.workspaceId),
          eq(messages.id, mediaAttachments.messageId),
        ),
      )
      .innerJoin(
        conversations,
        and(
          eq(conversations.workspaceId, messages.workspaceId),
          eq(conversations.id, messages.conversationId),
        ),
      )
      .where(
        and(
          eq(mediaAttachments.workspaceId, workspaceId),
          eq(conversations.workspaceId, workspaceId),
          eq(conversations.channelConnectionId, connectionId),
          isNotNull(mediaAttachments.providerMediaId),
          contactIds === null
            ? undefined
            : or(
                isAmong(conversations.contactId, contactIds),
                isAmong(messages.senderContactId, contactIds),
              ),
          ...(after === null ? [] : [gt(mediaAttachments.id, after.id)]),
        ),
      )
      .orderBy(asc(mediaAttachments.id))
      .limit(limit),
  );
  for await (const page of pages) {
    yield page.flatMap(({ mediaId }) => (mediaId === null ? [] : [mediaId]));
  }
}
