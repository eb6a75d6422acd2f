import { and, desc, eq, gt } from "drizzle-orm";
import { sessions } from "@/db/schema";
import type { AccountContext } from "./account-context";

export type OwnSession = { id: string; userAgent: string | null; createdAt: Date };

/** The browsers in which somebody is signed in, the newest first. */
export async function listSessions(
  { db, now }: Pick<AccountContext, "db" | "now">,
  userId: string,
): Promise<OwnSession[]> {
  return await db
    .select({ id: sessions.id, userAgent: sessions.userAgent, createdAt: sessions.createdAt })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now())))
    .orderBy(desc(sessions.createdAt), desc(sessions.id));
}
