import { and, inArray, isNull, not, type SQL, sql } from "drizzle-orm";
import { contacts } from "@/db/schema";
import type { Db } from "@/lib/erasure";
import { byAnyWay, contactWays } from "./contact-ways";
import type { ContactChoice } from "./schemas";

/** A choice of contacts as a condition on them, to be resolved where it is acted on. */
export async function chosenContacts(
  db: Db,
  workspaceId: string,
  choice: ContactChoice,
): Promise<SQL> {
  if ("ids" in choice) {
    return both(inArray(contacts.id, choice.ids), isNull(contacts.mergedIntoContactId));
  }
  const matching = byAnyWay(workspaceId, await contactWays(db, workspaceId, choice.matching));
  return choice.except.length === 0
    ? matching
    : both(matching, not(inArray(contacts.id, choice.except)));
}

function both(one: SQL, other: SQL): SQL {
  return and(one, other) ?? sql`false`;
}
