import type { AccountContext } from "./account-context";
import { issueCode } from "./issue-code";
import { provePassword } from "./prove-password";
import type { RequestEmailChange } from "./schemas";

/**
 * Sends a code to the address that is to become the account's. Nothing changes yet, and nothing is
 * said about whether another account has that address.
 *
 * @throws AccountError as {@link provePassword} and {@link issueCode} do.
 */
export async function requestEmailChange(
  ctx: AccountContext,
  { userId, email, password }: RequestEmailChange & { userId: string },
): Promise<void> {
  await provePassword(ctx, { userId, password });
  await issueCode(ctx, { userId, purpose: "change_email", email });
}
