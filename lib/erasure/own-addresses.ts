import { and, eq, isNull, or } from "drizzle-orm";
import { contactFences, contacts } from "@/db/schema";
import type { Tx, Vault } from "./context";
import { isOneOf } from "./engine";
import { fenceOfContact } from "./fence-of-contact";

type Contact = { id: string; phone: string | null; email: string | null };

export type OwnAddresses = {
  /** Keyed digests of the addresses that are this contact's and nobody else's. */
  digestsOf(vault: Vault, contact: Contact): string[];
};

/**
 * Tells which phone numbers and addresses of these contacts nobody else in the workspace has.
 *
 * What came from a shared one may be another's: it is not theirs to take, nor to turn away.
 */
export async function ownAddresses(
  tx: Tx,
  workspaceId: string,
  leaving: readonly Contact[],
): Promise<OwnAddresses> {
  const ids = new Set(leaving.map(({ id }) => id));
  const phones = leaving.flatMap(({ phone }) => phone ?? []);
  const emails = leaving.flatMap(({ email }) => email ?? []);
  const holders = await tx
    .select({ id: contacts.id, phone: contacts.phone, email: contacts.email })
    .from(contacts)
    .leftJoin(contactFences, fenceOfContact())
    .where(
      and(
        eq(contacts.workspaceId, workspaceId),
        or(isOneOf(contacts.phone, phones), isOneOf(contacts.email, emails)),
        isNull(contactFences.contactId),
      ),
    );
  const shared = new Set(
    holders.filter(({ id }) => !ids.has(id)).flatMap(({ phone, email }) => [phone, email]),
  );
  const own = (address: string | null) => address !== null && !shared.has(address);
  return {
    digestsOf: (vault, { phone, email }) => [
      ...(phone !== null && own(phone) ? [vault.digest("phone", phone)] : []),
      ...(email !== null && own(email) ? [vault.digest("email", email)] : []),
    ],
  };
}
