import "server-only";
import type { z } from "zod";
import { AccountError, type AccountRefusal, type AccountResult } from "./account/errors";
import { type CurrentUser, requireUser } from "./auth";
import { ErasureError } from "./erasure";
import type { BothWays } from "./posted/schemas";
import { bothWays, type FormWay } from "./posted-action";
import { safely } from "./safely";

/**
 * A server action of whoever is signed in, on what is theirs.
 *
 * Authorises, then parses, then acts. Who is no longer signed in is sent to sign in. Whose account
 * it is never comes from the input. Only refusals become a result; every other error is thrown,
 * without what it says. Called by a script or by a form.
 */
export function accountAction<Input extends z.ZodType, Value>(
  Input: Input,
  act: (user: CurrentUser, input: z.output<Input>) => Promise<Value>,
  way: FormWay<Value> = {},
): BothWays<z.input<Input>, AccountResult<Value>> {
  return bothWays<Input, Value, AccountRefusal>(Input, call, way);

  async function call(raw: unknown): Promise<AccountResult<Value>> {
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
  }
}
