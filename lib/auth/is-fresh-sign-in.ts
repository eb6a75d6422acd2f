import { and, eq, gt } from "drizzle-orm";
import { sessions } from "@/db/schema";
import type { Db } from "@/lib/erasure/context";

const freshMilliseconds = 10 * 60_000;

/** Whether a session's password was typed within the last ten minutes: at sign-in, or once more since. */
export async function isFreshSignIn(db: Db, sessionId: string, now: Date): Promise<boolean> {
  const freshSince = new Date(now.getTime() - freshMilliseconds);
  const fresh = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), gt(sessions.confirmedAt, freshSince)));
  return fresh.length > 0;
}
