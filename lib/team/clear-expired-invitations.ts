import { lt } from "drizzle-orm";
import { invitations } from "@/db/schema";
import type { Db } from "@/lib/erasure";

/** For so long an invitation that nobody accepted is shown as such; then its address is forgotten. */
const shownDays = 30;

/** Forgets invitations that ran out. Repeatable. @returns how many. */
export async function clearExpiredInvitations({
  db,
  now,
}: {
  db: Db;
  now: () => Date;
}): Promise<number> {
  const before = new Date(now().getTime() - shownDays * 24 * 60 * 60_000);
  const cleared = await db
    .delete(invitations)
    .where(lt(invitations.expiresAt, before))
    .returning({ id: invitations.id });
  return cleared.length;
}
