import { addressParser } from "postal-mime";
import { Email } from "@/lib/erasure/schemas";

/** The one address a mail claims to come from, normalised; null for none, several and a broken one. */
export function senderOf(from: string): string | null {
  const addresses = addressParser(from, { flatten: true });
  if (addresses.length !== 1) return null;
  return Email.safeParse(addresses[0]?.address).data ?? null;
}
