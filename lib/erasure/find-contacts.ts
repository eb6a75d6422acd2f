import { and, asc, eq, isNotNull, or } from "drizzle-orm";
import { contactFences, contacts } from "@/db/schema";
import type { Tx } from "./context";
import { isOneOf } from "./engine";
import { fenceOfContact } from "./fence-of-contact";

export type FoundContact = {
  id: string;
  phone: string | null;
  email: string | null;
  /** The request that has begun to erase it; an unknown one where none is on record. */
  fencedBy: string | "unknown" | null;
};

/** The contacts with these ids, and all that are the same person: merged with one of them. */
export async function findContacts(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<FoundContact[]> {
  const persons = [...ids, ...(await mergedInto(tx, workspaceId, ids))];
  const rows = await tx
    .select({
      id: contacts.id,
      phone: contacts.phone,
      email: contacts.email,
      fence: contactFences.contactId,
      requestId: contactFences.requestId,
    })
    .from(contacts)
    .leftJoin(contactFences, fenceOfContact())
    .where(
      and(
        eq(contacts.workspaceId, workspaceId),
        or(isOneOf(contacts.id, persons), isOneOf(contacts.mergedIntoContactId, persons)),
      ),
    )
    .orderBy(asc(contacts.id));
  return rows.map(({ fence, requestId, ...contact }) => ({
    ...contact,
    fencedBy: fence === null ? null : (requestId ?? "unknown"),
  }));
}

async function mergedInto(tx: Tx, workspaceId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: contacts.mergedIntoContactId })
    .from(contacts)
    .where(
      and(
        eq(contacts.workspaceId, workspaceId),
        isOneOf(contacts.id, ids),
        isNotNull(contacts.mergedIntoContactId),
      ),
    );
  return rows.flatMap(({ id }) => id ?? []);
}
