/** Shared by queries and components: what the CRM shows of a conversation. */

export type ChannelKind = "whatsapp" | "instagram" | "messenger" | "telegram";
export type ConversationState = "open" | "snoozed" | "closed";
export type MessageDirection = "inbound" | "outbound";
export type MessageKind = "text" | "media" | "template" | "reaction";

export type WorkspaceLink = { slug: string; name: string };

export type LastMessage = {
  direction: MessageDirection;
  kind: MessageKind;
  body: string | null;
  reaction: string | null;
};

export type ConversationSummary = {
  id: string;
  state: ConversationState;
  /** Null in a group. */
  contactName: string | null;
  channelKind: ChannelKind;
  lastMessageAt: Date | null;
  lastMessage: LastMessage | null;
};

export type Conversation = {
  id: string;
  state: ConversationState;
  channelKind: ChannelKind;
  channelName: string;
  /** Whom it is held with; null in a group. */
  contactId: string | null;
  contactName: string | null;
  contactPhone: string | null;
  contactEmail: string | null;
};

export type Attachment = {
  id: string;
  mimeType: string;
  fileName: string | null;
  sizeBytes: number;
  /** Whether its bytes have arrived, so that it can be shown. */
  isStored: boolean;
};

export type Message = {
  id: string;
  direction: MessageDirection;
  kind: MessageKind;
  body: string | null;
  templateName: string | null;
  reaction: string | null;
  authorName: string | null;
  /** Which contact wrote it, where that is not the conversation's: in a group. */
  senderName: string | null;
  createdAt: Date;
  attachments: Attachment[];
};
