import { and, eq } from "drizzle-orm";
import { contacts, mediaAttachments, messages, objectPrefix } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { type ArrivalRefusal, awaitArrivals, refuseArrival, type Tx } from "@/lib/erasure";
import { findSender } from "./find-sender";
import { findThread, touchThread } from "./find-thread";
import type { IngestContext } from "./ingest-context";
import { readMessage, storable } from "./read-message";
import type { InboundMessage } from "./webhook-payload";

export type Taken = "taken" | "repeated" | ArrivalRefusal;

type Arrived = {
  workspaceId: string;
  channelConnectionId: string;
  message: InboundMessage;
  /** As the sender calls themselves; null where the delivery does not say. */
  senderName: string | null;
};

/**
 * Takes one message into a workspace, once, in one transaction: with its sender, who may be new, its
 * thread and the note of what came with it.
 *
 * A message for somebody who was erased is turned away in that very transaction.
 * @throws what the fence throws when its workspace, or the contact meanwhile, is being erased.
 */
export async function takeMessage(
  ctx: IngestContext,
  { workspaceId, channelConnectionId, message, senderName }: Arrived,
): Promise<Taken> {
  const phone = `+${message.from}`;
  const { timestamp: sentAt } = message;
  return await ctx.db.transaction(async (tx) => {
    await awaitArrivals(tx, ctx, { workspaceId, phone });
    if (await isThere(tx, workspaceId, message.id)) return "repeated";

    const known = await findSender(tx, { workspaceId, phone });
    const isKnown = known !== null;
    const refusal = await refuseArrival(tx, ctx, { workspaceId, phone, sentAt, isKnown });
    if (refusal !== null) return refusal;
    const contactId = known ?? newId();
    if (!isKnown) {
      const name = storable(senderName ?? "").trim() || phone;
      await tx
        .insert(contacts)
        .values({ workspaceId, id: contactId, name, phone, createdAt: ctx.now() });
    }
    const groupId = message.group_id ?? null;
    const conversationId = await findThread(tx, {
      workspaceId,
      channelConnectionId,
      contactId,
      groupId,
      at: sentAt,
    });
    const { media, ...content } = readMessage(message);
    const id = newId();
    await tx.insert(messages).values({
      workspaceId,
      id,
      conversationId,
      senderContactId: groupId === null ? null : contactId,
      direction: "inbound",
      providerMessageId: message.id,
      createdAt: sentAt,
      ...content,
    });
    if (media !== null) {
      const mediaId = newId();
      const objectKey = `${objectPrefix({ workspaceId, contactId })}${mediaId}`;
      await tx
        .insert(mediaAttachments)
        .values({ workspaceId, id: mediaId, messageId: id, objectKey, sizeBytes: 0, ...media });
    }
    await touchThread(tx, { workspaceId, id: conversationId, at: sentAt });
    return "taken";
  });
}

async function isThere(tx: Tx, workspaceId: string, providerMessageId: string): Promise<boolean> {
  const found = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(eq(messages.workspaceId, workspaceId), eq(messages.providerMessageId, providerMessageId)),
    );
  return found.length > 0;
}
