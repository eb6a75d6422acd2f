import { count } from "drizzle-orm";
import { contacts } from "@/db/schema";
import type { Db } from "@/lib/erasure";
import { byAnyWay, contactWays } from "./contact-ways";
import type { ContactFilter } from "./schemas";

/** How many contacts of a workspace match, exactly, as of now. */
export async function countContacts(
  db: Db,
  { workspaceId, filter }: { workspaceId: string; filter: ContactFilter },
): Promise<number> {
  const ways = await contactWays(db, workspaceId, filter);
  const [counted] = await db
    .select({ contacts: count() })
    .from(contacts)
    .where(byAnyWay(workspaceId, ways));
  return counted?.contacts ?? 0;
}
