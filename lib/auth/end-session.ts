import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema";
import type { Db } from "@/lib/erasure/context";

/** Signs a browser out for good: a copy of its cookie names nothing any more. Repeatable. */
export async function endSession(db: Db, sessionId: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.id, sessionId));
}
