import type { Vault } from "./context";
import { phoneNotations } from "./engine";
import { Email } from "./schemas";
import type { SealedRequest } from "./sealed-request";

/**
 * Keyed digests of every address, phone number and Meta id in a request, by which people find it
 * while it is open. A phone number has one for each way in which it may be written.
 */
export function identifierDigests(vault: Vault, content: SealedRequest): string[] | null {
  const { email, metaUserId, details } = content;
  const metaIds = [metaUserId, details?.metaUserId, details?.metaBusinessAccountId];
  const digests = [
    ...(email === undefined ? [] : [vault.digest("email", email.toLowerCase())]),
    ...metaIds.flatMap((id) => (id === undefined ? [] : [vault.digest("meta_user", id)])),
    ...digitsOf(details?.whatsappNumber).map((digits) => vault.digest("phone", digits)),
  ];
  return digests.length === 0 ? null : [...new Set(digests)];
}

/** The digests under which somebody's address, number or id is looked for, whatever it is. */
export function searchedDigests(vault: Vault, identifier: string): string[] {
  const text = identifier.trim();
  const email = Email.safeParse(text);
  if (email.success) return [vault.digest("email", email.data)];
  const digits = text.replace(/\D/g, "");
  if (digits.length === 0 || !/^[+\d\s().\-/]+$/.test(text)) return [];
  const phone = digitsOf(text).map((one) => vault.digest("phone", one));
  return [...new Set([...phone, vault.digest("meta_user", digits)])];
}

function digitsOf(phone: string | undefined): string[] {
  if (phone === undefined) return [];
  const digits = phone.replace(/\D/g, "");
  return [...new Set([...(phoneNotations(phone) ?? []), digits])].filter(
    ({ length }) => length > 0,
  );
}
