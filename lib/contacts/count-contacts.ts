import { type SQL, sql } from "drizzle-orm";
import { contacts } from "@/db/schema";
import type { Db } from "@/lib/erasure";
import { contactWays } from "./contact-ways";
import type { ContactFilter } from "./schemas";

/** How many contacts of a workspace match, exactly, as of now. */
export async function countContacts(
  db: Db,
  { workspaceId, filter }: { workspaceId: string; filter: ContactFilter },
): Promise<number> {
  return await db.$count(contactsFound(await contactWays(db, workspaceId, filter)));
}

/**
 * What is counted, for whoever asks how it is carried out. Whom several ways find are counted as they
 * are found: to look each up once more would take longer than all else.
 */
export function contactsFound(ways: readonly SQL[]): SQL {
  const found = ways.map((way) => sql`select ${contacts.id} from ${contacts} where ${way}`);
  return sql`(${sql.join(found, sql` union `)}) found`;
}
