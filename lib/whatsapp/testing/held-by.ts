import { and, eq, sql } from "drizzle-orm";
import { contacts, conversations, messageStatusEvents, messages } from "@/db/schema";
import type { Db } from "@/lib/erasure/context";
import type { TestWorkspace } from "@/lib/testing/create-workspace";

/** What a workspace has of WhatsApp: messages by their provider's ids, each list in order. */
export type Held = {
  messages: string[];
  /** Of messages that it sent: the id and what became of it. */
  reports: string[];
  /** One for each contact, without a sign. */
  phones: string[];
  ofContact(contactId: string): string[];
  /** The message that it had sent to a contact. */
  sentTo(contactId: string): string;
};

export async function heldBy(db: Db, { id }: TestWorkspace): Promise<Held> {
  const written = await db
    .select({
      id: sql<string>`coalesce(${messages.providerMessageId}, '')`,
      direction: messages.direction,
      contactId: conversations.contactId,
    })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(eq(messages.workspaceId, id));
  const reported = await db
    .select({
      report: sql<string>`concat(${messages.providerMessageId}, ' ', ${messageStatusEvents.status})`,
    })
    .from(messageStatusEvents)
    .leftJoin(messages, eq(messages.id, messageStatusEvents.messageId))
    .where(
      and(
        eq(messageStatusEvents.workspaceId, id),
        sql`${messages.direction} is distinct from 'inbound'`,
      ),
    );
  const known = await db
    .select({ phone: sql<string>`ltrim(${contacts.phone}, '+')` })
    .from(contacts)
    .where(eq(contacts.workspaceId, id));
  const of = (contactId: string) => written.filter((one) => one.contactId === contactId);
  return {
    messages: written.map((one) => one.id).sort(),
    reports: reported.map(({ report }) => report).sort(),
    phones: known.map(({ phone }) => phone).sort(),
    ofContact: (contactId) => of(contactId).map((one) => one.id),
    sentTo: (contactId) => of(contactId).find((one) => one.direction === "outbound")?.id ?? "",
  };
}
