import type { AccountContext } from "./account-context";
import { issueCode } from "./issue-code";
import { assertNoPassword } from "./prove-self";

/**
 * Mails a code by which an account without a password can be deleted.
 *
 * @throws AccountError `has_password`, `account_closed` or `too_many_attempts`.
 */
export async function sendErasureCode(
  ctx: AccountContext,
  { userId }: { userId: string },
): Promise<void> {
  await assertNoPassword(ctx, userId);
  await issueCode(ctx, { userId, purpose: "erase_account" });
}
