import { and, eq, isNull } from "drizzle-orm";
import { users } from "@/db/schema";
import { verifyPassword } from "@/lib/auth/password";
import { countTry, forgetTries } from "@/lib/rate-limits/count-try";
import type { AccountContext } from "./account-context";
import { AccountError } from "./errors";

const limit = { name: "password", tries: 5, seconds: 15 * 60 };

/**
 * Makes sure that who is signed in knows the account's password: a borrowed browser is not enough.
 *
 * A try counts before it is compared, so that many at once are no way around the limit.
 *
 * @throws AccountError `too_many_attempts`, `no_password`, `account_closed` or `wrong_password`.
 */
export async function provePassword(
  { db, vault }: Pick<AccountContext, "db" | "vault">,
  { userId, password }: { userId: string; password: string },
): Promise<void> {
  const who = vault.digest("account", userId);
  if (!(await countTry(db, limit, who))) {
    throw new AccountError("too_many_attempts", "The password was tried too often.");
  }
  const [user] = await db
    .select({ passwordHash: users.passwordHash })
    .from(users)
    .where(and(eq(users.id, userId), isNull(users.frozenAt)));
  if (user === undefined) throw new AccountError("account_closed", "The account is closed.");
  if (user.passwordHash === null) {
    throw new AccountError("no_password", "The account has no password.");
  }
  if (!(await verifyPassword(user.passwordHash, password))) {
    throw new AccountError("wrong_password", "The password is wrong.");
  }
  await forgetTries(db, limit, who);
}
