import { eq } from "drizzle-orm";
import { metaIdentities, users } from "@/db/schema";
import type { AccountContext } from "./account-context";
import { AccountError } from "./errors";

/**
 * Forgets a person's Meta login and what was read with it. Channels that a workspace connected are
 * the workspace's, and go on. Repeatable.
 *
 * @throws AccountError `only_login` where there is no password to sign in with.
 */
export async function disconnectMeta(
  { db }: Pick<AccountContext, "db">,
  { userId }: { userId: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    const [user] = await tx
      .select({ passwordHash: users.passwordHash })
      .from(users)
      .where(eq(users.id, userId))
      .for("no key update");
    if (user?.passwordHash == null) {
      throw new AccountError("only_login", "Nobody could sign in to the account any more.");
    }
    await tx.delete(metaIdentities).where(eq(metaIdentities.userId, userId));
  });
}
