import { and, eq } from "drizzle-orm";
import { channelConnections, contacts, conversations } from "@/db/schema";

/** Joins a conversation to the contact it is held with. */
export const isItsContact = and(
  eq(contacts.workspaceId, conversations.workspaceId),
  eq(contacts.id, conversations.contactId),
);

/** Joins a conversation to the channel it is held over. */
export const isItsChannel = and(
  eq(channelConnections.workspaceId, conversations.workspaceId),
  eq(channelConnections.id, conversations.channelConnectionId),
);
