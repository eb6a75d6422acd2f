import { and, eq } from "drizzle-orm";
import { contacts, mediaAttachments, messages, objectPrefix } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import {
  type ArrivalRefusal,
  awaitArrivals,
  isSuppressed,
  liftSuppression,
  refuseArrival,
  type Tx,
} from "@/lib/erasure";
import { findSender } from "./find-sender";
import { findThread, touchThread } from "./find-thread";
import type { IngestContext } from "./ingest-context";
import { readMessage, storable } from "./read-message";
import { recordWish } from "./record-wish";
import type { InboundMessage } from "./webhook-payload";
import { type Wish, wishOf } from "./wish-of";

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
 * A message for somebody who was erased is turned away in that very transaction. A word that asks to be
 * left alone, or written to again, is obeyed by whoever's it is; of somebody who was erased only the
 * first, which is all that is kept of them.
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
    const wished = wishOf(message);
    const arrival = { workspaceId, phone, sentAt, known };
    const refusal = await refuseUnlessWished(tx, ctx, arrival, wished?.wish ?? null);
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
    if (wished !== null) {
      const evidence = `wrote "${wished.word}" (${message.id})`;
      const { wish } = wished;
      await recordWish(tx, ctx, { workspaceId, phone, contactId, wish, at: sentAt, evidence });
    }
    return "taken";
  });
}

type Arrival = { workspaceId: string; phone: string; sentAt: Date; known: string | null };

/** Who was left alone at their own wish comes back by the word for it. */
async function refuseUnlessWished(
  tx: Tx,
  ctx: IngestContext,
  { workspaceId, phone, sentAt: at, known }: Arrival,
  wish: Wish | null,
): Promise<ArrivalRefusal | null> {
  const isKnown = known !== null;
  const refusal = await refuseArrival(tx, ctx, { workspaceId, phone, sentAt: at, isKnown });
  if (refusal === "suppressed" && wish === "resume") {
    await liftSuppression(tx, ctx, { workspaceId, phone, at });
    return (await isSuppressed(tx, ctx, { workspaceId, phone })) ? refusal : null;
  }
  if (refusal !== null && wish === "stop") {
    const said = { workspaceId, phone, contactId: known, wish, at, evidence: null };
    await recordWish(tx, ctx, said);
  }
  return refusal;
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
