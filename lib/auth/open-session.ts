import { and, eq, lt } from "drizzle-orm";
import { z } from "zod";
import { sessions, users } from "@/db/schema";
import { type Db, isFenced } from "@/lib/erasure";
import { Email } from "@/lib/erasure/schemas";
import { verifyPassword } from "./password";
import { sessionDays } from "./session-days";

/** The length limit keeps anybody from making us hash a book. */
export const Credentials = z.object({ email: Email, password: z.string().min(1).max(1024) });
export type Credentials = z.infer<typeof Credentials>;

type Browser = { userAgent: string | null };

/**
 * Opens a session for whoever proves to be the account's owner, and lets go of their expired ones.
 *
 * @returns the session's id, or null: the same answer, after the same time, for an unknown address,
 * a wrong password, an account without one, and one that is being deleted.
 */
export async function openSession(
  { db, now }: { db: Db; now: () => Date },
  { email, password }: Credentials,
  { userAgent }: Browser,
): Promise<string | null> {
  const [user] = await db
    .select({ id: users.id, passwordHash: users.passwordHash, frozenAt: users.frozenAt })
    .from(users)
    .where(eq(users.email, email));
  const isRight = await verifyPassword(user?.passwordHash ?? null, password);
  if (user === undefined || !isRight || user.frozenAt !== null) return null;
  try {
    return await writeSession(db, user.id, { openedAt: now(), userAgent });
  } catch (error) {
    // The account's erasure has begun since we looked.
    if (isFenced(error)) return null;
    throw error;
  }
}

async function writeSession(
  db: Db,
  userId: string,
  { openedAt, userAgent }: Browser & { openedAt: Date },
): Promise<string | null> {
  return await db.transaction(async (tx) => {
    await tx
      .delete(sessions)
      .where(and(eq(sessions.userId, userId), lt(sessions.expiresAt, openedAt)));
    const [session] = await tx
      .insert(sessions)
      .values({
        userId,
        userAgent: userAgent?.slice(0, 300) ?? null,
        createdAt: openedAt,
        confirmedAt: openedAt,
        expiresAt: new Date(openedAt.getTime() + sessionDays * 86_400_000),
      })
      .returning({ id: sessions.id });
    return session?.id ?? null;
  });
}
