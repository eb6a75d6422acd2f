import { and, eq, gt, isNull } from "drizzle-orm";
import { sessions, users } from "@/db/schema";
import type { Db } from "@/lib/erasure/context";

export type CurrentUser = {
  id: string;
  name: string;
  email: string;
  isOperator: boolean;
  sessionId: string;
};

/** Whose session it is; null once it has ended, has expired, or its account is frozen or gone. */
export async function findSessionUser(
  { db, now }: { db: Db; now: () => Date },
  sessionId: string,
): Promise<CurrentUser | null> {
  const [user] = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      isOperator: users.isOperator,
      sessionId: sessions.id,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, sessionId), gt(sessions.expiresAt, now()), isNull(users.frozenAt)));
  return user ?? null;
}
