import { eq, or } from "drizzle-orm";
import { contacts, workspaces } from "@/db/schema";
import type { Tx } from "../context";
import { internationalPhone } from "../engine";

export type MatchedContact = {
  workspaceId: string;
  contactId: string;
  matchedBy: "email" | "phone";
};

/**
 * The contacts of every workspace that has one by this address or number, each once.
 *
 * The address is proved and the number is only claimed; a contact that has both counts as proved.
 * Both are looked up by an index, in the form in which contacts are stored.
 */
export async function matchContacts(
  tx: Tx,
  { email, whatsappNumber }: { email: string | undefined; whatsappNumber: string | undefined },
): Promise<MatchedContact[]> {
  const phone = whatsappNumber === undefined ? null : internationalPhone(whatsappNumber);
  const byEmail = email === undefined ? [] : [eq(contacts.email, email)];
  const byPhone = phone === null ? [] : [eq(contacts.phone, phone)];
  if (byEmail.length + byPhone.length === 0) return [];

  const found = await tx
    .select({ workspaceId: contacts.workspaceId, contactId: contacts.id, email: contacts.email })
    .from(contacts)
    .innerJoin(workspaces, eq(workspaces.id, contacts.workspaceId))
    .where(or(...byEmail, ...byPhone))
    .orderBy(contacts.workspaceId, contacts.id);
  return found.map(({ workspaceId, contactId, email: known }) => ({
    workspaceId,
    contactId,
    matchedBy: known === email ? "email" : "phone",
  }));
}
