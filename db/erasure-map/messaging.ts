import {
  anyOf,
  blank,
  blankedFor,
  erase,
  mayMention,
  notAbout,
  through,
  where,
} from "@/lib/erasure/engine";
import type {
  conversations,
  mediaAttachments,
  messageStatusEvents,
  messages,
  storedObjects,
} from "../schema";
import type { VerdictsOn } from "./verdicts-on";
import { keep, ofContact, ofWorkspace, persons, wordsOfOthers } from "./vocabulary";

/** Conversations, messages, their statuses and their media. */
export const messaging = {
  conversations: {
    category: "messages",
    rows: {
      workspace: erase(ofWorkspace),
      contact: erase(ofContact),
      account: blank(where({ assignedUserId: "userId" })),
      meta_user: notAbout,
    },
    columns: {
      ...keep(
        "workspaceId",
        "id",
        "contactId",
        "groupId",
        "channelConnectionId",
        "state",
        "lastMessageAt",
        "createdAt",
      ),
      assignedUserId: blankedFor(["account"]),
    },
  },
  messages: {
    category: "messages",
    rows: {
      workspace: erase(ofWorkspace),
      contact: erase(
        anyOf<"workspaceId" | "senderContactId">(
          through("conversations"),
          where({ workspaceId: "workspaceId", senderContactId: "contactId" }),
        ),
      ),
      account: blank(where({ authorUserId: "userId" })),
      meta_user: notAbout,
    },
    columns: {
      ...keep(
        "workspaceId",
        "id",
        "conversationId",
        "senderContactId",
        "direction",
        "kind",
        "templateName",
        "reaction",
      ),
      ...keep("providerMessageId", "inReplyToProviderId", "createdAt"),
      body: mayMention(persons, wordsOfOthers),
      payload: mayMention(persons, wordsOfOthers),
      authorUserId: blankedFor(["account"]),
    },
  },
  messageStatusEvents: {
    category: "messages",
    rows: {
      workspace: erase(ofWorkspace),
      contact: erase(through("messages")),
      account: notAbout,
      meta_user: notAbout,
    },
    columns: keep("workspaceId", "id", "messageId", "status", "error", "occurredAt"),
  },
  mediaAttachments: {
    category: "media",
    rows: {
      workspace: erase(ofWorkspace),
      contact: erase(through("messages")),
      account: notAbout,
      meta_user: notAbout,
    },
    columns: {
      ...keep("workspaceId", "id", "messageId", "objectKey", "mimeType", "sizeBytes"),
      ...keep("providerMediaId", "createdAt"),
      fileName: mayMention(persons, wordsOfOthers),
    },
  },
  storedObjects: {
    category: "media",
    rows: {
      workspace: erase(ofWorkspace),
      contact: erase(ofContact),
      account: notAbout,
      meta_user: notAbout,
    },
    columns: {
      ...keep("workspaceId", "id", "contactId", "purpose", "dataKeyId", "key", "state"),
      ...keep("mimeType", "sizeBytes", "uploadUntil", "createdAt", "storedAt"),
    },
  },
} satisfies VerdictsOn<{
  conversations: typeof conversations;
  messages: typeof messages;
  messageStatusEvents: typeof messageStatusEvents;
  mediaAttachments: typeof mediaAttachments;
  storedObjects: typeof storedObjects;
}>;
