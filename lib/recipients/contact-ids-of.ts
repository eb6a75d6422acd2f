import type { PlanScope } from "./recipient";

/** The contacts that a subject is, of one or of many; null where it is not contacts alone. */
export function contactIdsOf({ kind, keys }: PlanScope["subject"]): string[] | null {
  return kind === "contact" ? [keys.contactId ?? []].flat() : null;
}
