import { mediaAttachments, messageStatusEvents, messages } from "@/db/schema";
import type { MediaFile, Turn } from "../data/dialogue";
import { fillPlaceholders, type Placeholders } from "../fill-placeholders";
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

const files: Readonly<Record<MediaFile, { mimeType: string; extension: string; most: number }>> = {
  photo: { mimeType: "image/jpeg", extension: "jpg", most: 4_000_000 },
  voice: { mimeType: "audio/ogg", extension: "ogg", most: 900_000 },
  document: { mimeType: "application/pdf", extension: "pdf", most: 300_000 },
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

  if (turn.kind === "media") addMedia(scene, id, turn.file, values, at);
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

function addMedia(
  scene: Scene,
  messageId: string,
  file: MediaFile,
  values: Placeholders,
  createdAt: Date,
): void {
  const { rows, random, workspaceId } = scene;
  const { mimeType, extension, most } = files[file];
  const id = seededId(random, createdAt);
  rows.add(mediaAttachments, {
    workspaceId,
    id,
    messageId,
    objectKey: `workspaces/${workspaceId}/media/${id}.${extension}`,
    mimeType,
    sizeBytes: random.int(8_000, most),
    fileName: file === "document" ? `${values.order} ${values.name}.${extension}` : null,
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
