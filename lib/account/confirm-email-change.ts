import { and, eq, isNull } from "drizzle-orm";
import { users } from "@/db/schema";
import { hasSqlState } from "@/lib/erasure";
import type { AccountContext } from "./account-context";
import { AccountError } from "./errors";
import { redeemCode } from "./redeem-code";

const uniqueViolation = "23505";

/**
 * Gives the account the address that the code was sent to.
 *
 * @throws AccountError `wrong_code`, `address_taken` or `account_closed`.
 */
export async function confirmEmailChange(
  ctx: Pick<AccountContext, "db" | "now" | "vault">,
  { userId, code }: { userId: string; code: string },
): Promise<void> {
  const { email } = await redeemCode(ctx, { userId, purpose: "change_email", code });
  if (email === undefined) throw new AccountError("wrong_code", "The code is for no address.");
  const changed = await ctx.db
    .update(users)
    .set({ email })
    .where(and(eq(users.id, userId), isNull(users.frozenAt)))
    .returning({ id: users.id })
    .catch((error: unknown) => {
      if (!hasSqlState(error, uniqueViolation)) throw error;
      throw new AccountError("address_taken", "Another account has this address.");
    });
  if (changed.length === 0) throw new AccountError("account_closed", "The account is closed.");
}
