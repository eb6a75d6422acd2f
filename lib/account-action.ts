import "server-only";
import type { z } from "zod";
import { AccountError, type AccountResult } from "./account/errors";
import { type CurrentUser, requireUser } from "./auth";
import { ErasureError } from "./erasure";
import { safely } from "./safely";

/**
 * A server action of whoever is signed in, on what is theirs.
 *
 * Authorises, then parses, then acts. Who is no longer signed in is sent to sign in. Whose account
 * it is never comes from the input. Only refusals become a result; every other error is thrown,
 * without what it says.
 */
export function accountAction<Input extends z.ZodType, Value>(
  Input: Input,
  act: (user: CurrentUser, input: z.output<Input>) => Promise<Value>,
): (input: z.input<Input>) => Promise<AccountResult<Value>> {
  return async (raw) => {
    const user = await requireUser("/account");
    const parsed = Input.safeParse(raw);
    if (!parsed.success) return { ok: false, code: "invalid_input" };

    try {
      const value = await safely("account-action", () => act(user, parsed.data));
      return { ok: true, value };
    } catch (error) {
      if (error instanceof AccountError || error instanceof ErasureError) {
        return { ok: false, code: error.code };
      }
      throw error;
    }
  };
}
