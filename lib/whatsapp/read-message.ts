import type { messages } from "@/db/schema";
import type { InboundMessage } from "./webhook-payload";

type Content = Pick<
  typeof messages.$inferInsert,
  "kind" | "body" | "reaction" | "payload" | "inReplyToProviderId"
>;

export type ReadMessage = Content & {
  media: { providerMediaId: string; mimeType: string; fileName: string | null } | null;
};

const mediaTypes = ["image", "video", "audio", "voice", "document", "sticker"] as const;

/**
 * What a message says, in the CRM's terms. Of a kind that is not shown here the whole message is kept,
 * so that nothing is lost: a place, a card, an answer to a button.
 */
export function readMessage(message: InboundMessage): ReadMessage {
  const inReplyToProviderId = message.context?.id ?? null;
  const plain = { reaction: null, payload: null, media: null, inReplyToProviderId };
  if (message.type === "text" && message.text) {
    return { ...plain, kind: "text", body: storable(message.text.body) };
  }
  if (message.type === "reaction" && message.reaction) {
    const { message_id, emoji } = message.reaction;
    return {
      ...plain,
      kind: "reaction",
      body: null,
      reaction: emoji ? storable(emoji) : null,
      inReplyToProviderId: message_id,
    };
  }
  const type = mediaTypes.find((one) => one === message.type);
  const media = type && message[type];
  if (media) {
    return {
      ...plain,
      kind: "media",
      body: media.caption ? storable(media.caption) : null,
      media: {
        providerMediaId: media.id,
        mimeType: media.mime_type,
        fileName: media.filename ? storable(media.filename) : null,
      },
    };
  }
  return { ...plain, kind: "text", body: null, payload: storableJson(message) };
}

/** PostgreSQL's text has no NUL, and no half of a character. */
export function storable(text: string): string {
  return text.toWellFormed().replaceAll("\0", "");
}

function storableJson(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === "string" ? storable(part) : part,
    ),
  );
}
