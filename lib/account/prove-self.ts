import { eq } from "drizzle-orm";
import { users } from "@/db/schema";
import type { AccountContext } from "./account-context";
import { AccountError } from "./errors";
import { provePassword } from "./prove-password";
import { redeemCode } from "./redeem-code";
import type { DeleteAccount } from "./schemas";

/**
 * Makes sure that it is the account's owner who is signed in: by the password, or, where there is
 * none, by a code mailed just now. A code is spent by this.
 *
 * @throws AccountError as {@link provePassword} and {@link redeemCode} do, and `has_password` for a
 * code where there is one.
 */
export async function proveSelf(
  ctx: Pick<AccountContext, "db" | "now" | "vault">,
  userId: string,
  proof: DeleteAccount,
): Promise<void> {
  if ("password" in proof) {
    await provePassword(ctx, { userId, password: proof.password });
    return;
  }
  await assertNoPassword(ctx, userId);
  await redeemCode(ctx, { userId, purpose: "erase_account", code: proof.code });
}

/** @throws AccountError `has_password` or `account_closed`. */
export async function assertNoPassword(
  { db }: Pick<AccountContext, "db">,
  userId: string,
): Promise<void> {
  const [user] = await db
    .select({ passwordHash: users.passwordHash, frozenAt: users.frozenAt })
    .from(users)
    .where(eq(users.id, userId));
  if (user === undefined || user.frozenAt !== null) {
    throw new AccountError("account_closed", "The account is closed.");
  }
  if (user.passwordHash !== null) {
    throw new AccountError("has_password", "The account has a password, which proves more.");
  }
}
