import { and, asc, desc, eq, isNull, max, sql } from "drizzle-orm";
import { contactFences, contacts, conversations } from "@/db/schema";
import { fenceOfContact, type Tx } from "@/lib/erasure";

/**
 * The contact that a number belongs to: the one they were merged into, and of several who share it the
 * one that was in touch last. Those whose erasure has begun are nobody any more.
 */
export async function findSender(
  tx: Tx,
  { workspaceId, phone }: { workspaceId: string; phone: string },
): Promise<string | null> {
  const person = sql<string>`coalesce(${contacts.mergedIntoContactId}, ${contacts.id})`;
  const [found] = await tx
    .select({ id: person })
    .from(contacts)
    .leftJoin(contactFences, fenceOfContact())
    .leftJoin(
      conversations,
      and(eq(conversations.workspaceId, workspaceId), eq(conversations.contactId, contacts.id)),
    )
    .where(
      and(
        eq(contacts.workspaceId, workspaceId),
        eq(contacts.phone, phone),
        isNull(contactFences.contactId),
      ),
    )
    .groupBy(contacts.workspaceId, contacts.id)
    .orderBy(sql`${desc(max(conversations.lastMessageAt))} nulls last`, asc(contacts.id))
    .limit(1);
  return found?.id ?? null;
}
