import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { contacts } from "@/db/schema";
import type { Db } from "@/lib/erasure";
import { contactWays } from "./contact-ways";
import type { ContactFilter } from "./schemas";

const Counted = z.tuple([z.object({ contacts: z.int() })]);

/** How many contacts of a workspace match, exactly, as of now. */
export async function countContacts(
  db: Db,
  { workspaceId, filter }: { workspaceId: string; filter: ContactFilter },
): Promise<number> {
  const rows: unknown = await db.execute(
    contactCountQuery(await contactWays(db, workspaceId, filter)),
  );
  const [counted] = Counted.parse([...z.array(z.unknown()).parse(rows)]);
  return counted.contacts;
}

/**
 * The count's own query, for whoever asks how it is carried out. Whom several ways find are counted as
 * they are found: to look each up once more would take longer than all else.
 */
export function contactCountQuery(ways: readonly [SQL, ...SQL[]]): SQL {
  const [first, ...others] = ways;
  if (others.length === 0) {
    return sql`select count(*)::int as contacts from ${contacts} where ${first}`;
  }
  const found = ways.map((way) => sql`select ${contacts.id} from ${contacts} where ${way}`);
  return sql`select count(*)::int as contacts from (${sql.join(found, sql` union `)}) found`;
}
