import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema";
import type { AccountContext } from "./account-context";

/** Signs one of a person's own browsers out; somebody else's stays as it is. Repeatable. */
export async function endOwnSession(
  { db }: Pick<AccountContext, "db">,
  { userId, sessionId }: { userId: string; sessionId: string },
): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.userId, userId), eq(sessions.id, sessionId)));
}
