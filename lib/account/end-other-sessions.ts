import { and, eq, ne } from "drizzle-orm";
import { sessions } from "@/db/schema";
import type { AccountContext } from "./account-context";

/** Signs a person out everywhere but in the browser they are using. Repeatable. */
export async function endOtherSessions(
  { db }: Pick<AccountContext, "db">,
  { userId, sessionId }: { userId: string; sessionId: string },
): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.id, sessionId)));
}
