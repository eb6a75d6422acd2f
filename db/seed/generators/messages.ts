import {
  mediaAttachments,
  messageStatusEvents,
  messages,
  objectPrefix,
  storedObjects,
} from "@/db/schema";
import type { MediaFile, Turn } from "../data/dialogue";
import { fillPlaceholders, type Placeholders } from "../fill-placeholders";
import { sampleMedia } from "../media/sample-media";
import type { Connection, Contact, Member, Scene } from "../scene";
import { seededId } from "../seeded-id";
import { after, SECOND } from "../time";

/** A conversation while it goes on: who takes part, and what was said last. */
export type Thread = {
  id: string;
  contact: Contact;
  connection: Connection;
  agent: Member;
  lastProviderIds: { customer: string | null; agent: string | null };
};

/** One turn as a message, with the statuses that came back for it and the media it carried. */
export function addMessage(
  scene: Scene,
  thread: Thread,
  turn: Turn,
  values: Placeholders,
  at: Date,
): void {
  const { rows, random, workspaceId } = scene;
  const isInbound = turn.from === "customer";
  const id = seededId(random, at);
  const providerMessageId = `wamid.${random.hex(36).toUpperCase()}`;
  const isReply = turn.kind === "reaction" || random.chance(0.1);

  rows.add(messages, {
    workspaceId,
    id,
    conversationId: thread.id,
    senderContactId: null,
    direction: isInbound ? "inbound" : "outbound",
    kind: turn.kind,
    body: bodyOf(scene, turn, values),
    templateName: turn.kind === "template" ? (scene.business.templates[0]?.name ?? null) : null,
    reaction: turn.kind === "reaction" ? turn.reaction : null,
    payload: isInbound ? webhookPayload(thread, turn.kind, at) : null,
    providerMessageId,
    inReplyToProviderId: isReply ? thread.lastProviderIds[isInbound ? "agent" : "customer"] : null,
    authorUserId: isInbound || turn.kind === "template" ? null : thread.agent.id,
    createdAt: at,
  });
  thread.lastProviderIds[turn.from] = providerMessageId;

  if (turn.kind === "media") addMedia(scene, thread, id, turn.file, values, at);
  if (!isInbound) addStatuses(scene, id, at);
}

function bodyOf(scene: Scene, turn: Turn, values: Placeholders): string | null {
  if (turn.kind === "text") return fillPlaceholders(turn.text, values);
  if (turn.kind === "media" && turn.caption !== null) {
    return fillPlaceholders(turn.caption, values);
  }
  if (turn.kind !== "template") return null;
  const body = scene.business.templates[0]?.body ?? "";
  return body.replace("{{1}}", values.name).replace("{{2}}", values.product);
}

function webhookPayload({ contact, connection }: Thread, type: string, at: Date): object {
  return {
    to: connection.accountId,
    from: contact.phone?.slice(1) ?? contact.person.email,
    profile: { name: contact.person.name },
    timestamp: Math.floor(at.getTime() / SECOND),
    type,
  };
}

/** The bytes are for whoever seeds an object store, too; until then nobody has seen them arrive. */
function addMedia(
  scene: Scene,
  { contact }: Thread,
  messageId: string,
  file: MediaFile,
  values: Placeholders,
  createdAt: Date,
): void {
  const { rows, random, workspaceId } = scene;
  const id = seededId(random, createdAt);
  const key = `${objectPrefix({ workspaceId, contactId: contact.id })}${id}`;
  const { mimeType, bytes } = sampleMedia(file, id);
  rows.add(storedObjects, {
    workspaceId,
    id,
    contactId: contact.id,
    purpose: "media",
    dataKeyId: scene.dataKeyId,
    key,
    state: "pending",
    mimeType,
    sizeBytes: null,
    uploadUntil: createdAt,
    createdAt,
    storedAt: null,
  });
  rows.add(mediaAttachments, {
    workspaceId,
    id,
    messageId,
    objectKey: key,
    mimeType,
    sizeBytes: bytes.length,
    fileName: file === "document" ? `${values.order} ${values.name}.pdf` : null,
    providerMediaId: random.chance(0.9) ? random.digits(15) : null,
    createdAt,
  });
}

function addStatuses(scene: Scene, messageId: string, sentAt: Date): void {
  const { random } = scene;
  addStatus(scene, messageId, "sent", after(sentAt, SECOND));
  if (random.chance(0.02)) {
    const error = "131026: the message could not be delivered";
    addStatus(scene, messageId, "failed", after(sentAt, 4 * SECOND), error);
    return;
  }
  addStatus(scene, messageId, "delivered", after(sentAt, random.int(2, 20) * SECOND));
  if (random.chance(0.7)) {
    addStatus(scene, messageId, "read", after(sentAt, random.int(21, 2_000) * SECOND));
  }
}

function addStatus(
  scene: Scene,
  messageId: string,
  status: "sent" | "delivered" | "read" | "failed",
  occurredAt: Date,
  error: string | null = null,
): void {
  if (occurredAt > scene.now) return;
  scene.rows.add(messageStatusEvents, {
    workspaceId: scene.workspaceId,
    id: seededId(scene.random, occurredAt),
    messageId,
    status,
    error,
    occurredAt,
  });
}
