import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { contacts, erasureGroups } from "@/db/schema";
import type { Db } from "./context";
import { uuidArray } from "./uuid-array";

/** So many are named; of more, only the number is said. */
const named = 10;

/**
 * Whom of chosen contacts a legal hold keeps: those that are still there when nothing else is left of
 * their requests. Somebody's merged contacts count as the one that the list shows.
 *
 * @param requestIds requests that are on hold.
 */
export async function heldContacts(
  db: Db,
  workspaceId: string,
  requestIds: readonly string[],
): Promise<{ contacts: number; names: string[] }> {
  if (requestIds.length === 0) return { contacts: 0, names: [] };
  const chosen = sql`select unnest(${erasureGroups.contactIds}) from ${erasureGroups}
    where ${erasureGroups.requestId} = any(${uuidArray(requestIds)})`;
  const isHeld = and(
    eq(contacts.workspaceId, workspaceId),
    isNull(contacts.mergedIntoContactId),
    sql`${contacts.id} in (${chosen})`,
  );
  const first = await db
    .select({ name: contacts.name })
    .from(contacts)
    .where(isHeld)
    .orderBy(asc(contacts.name), asc(contacts.id))
    .limit(named);
  return { contacts: await db.$count(contacts, isHeld), names: first.map(({ name }) => name) };
}
