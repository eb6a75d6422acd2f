import { eq } from "drizzle-orm";
import { metaIdentities, users } from "@/db/schema";
import type { Db } from "@/lib/erasure";

/** What a person sees of their own account. */
export type Account = {
  name: string;
  email: string;
  locale: string;
  hasPassword: boolean;
  metaLogin: { displayName: string | null; linkedAt: Date } | null;
};

/** Null once the account is gone. */
export async function readAccount(db: Db, userId: string): Promise<Account | null> {
  const [found] = await db
    .select({ user: users, meta: metaIdentities })
    .from(users)
    .leftJoin(metaIdentities, eq(metaIdentities.userId, users.id))
    .where(eq(users.id, userId));
  if (found === undefined) return null;
  const { name, email, locale, passwordHash } = found.user;
  return {
    name,
    email,
    locale,
    hasPassword: passwordHash !== null,
    metaLogin: found.meta && {
      displayName: found.meta.displayName,
      linkedAt: found.meta.linkedAt,
    },
  };
}
