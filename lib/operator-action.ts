import "server-only";
import type { z } from "zod";
import { AccountError } from "./account/errors";
import { type CurrentUser, currentUser } from "./auth";
import { isFreshSignIn } from "./auth/is-fresh-sign-in";
import type { OperatorAct } from "./authorization/acts";
import { userMay } from "./authorization/user-may";
import { now } from "./clock";
import { database } from "./database";
import { ActRefused, type ErasureContext, ErasureError } from "./erasure";
import type { OperatorRefusal, OperatorResult } from "./erasure/desk/status";
import { erasureContext } from "./erasure-context";
import { safely } from "./safely";

/**
 * A server action that an operator may call whom the table of acts lets do it.
 *
 * Authorises, then parses, then acts: somebody else learns nothing of what is there or of what is
 * wrong with their input. The database is asked on every call. What destroys something also asks for
 * a fresh sign-in: a browser that was left alone does not do it. Only the domain's own refusals become
 * a result; every other error is thrown, without what it says.
 */
export function operatorAction<Input extends z.ZodType, Value>(
  does: OperatorAct,
  Input: Input,
  act: (ctx: ErasureContext, input: z.output<Input>, user: CurrentUser) => Promise<Value>,
  { isDestructive = false }: { isDestructive?: boolean } = {},
): (input: z.input<Input>) => Promise<OperatorResult<Value>> {
  return async (raw) => {
    const user = await currentUser();
    if (!userMay(does, user)) return { ok: false, code: "not_authorised" };
    const parsed = Input.safeParse(raw);
    if (!parsed.success) {
      const issues = parsed.error.issues.map(({ path, message }) => ({
        path: path.join("."),
        message,
      }));
      return { ok: false, code: "invalid_input", issues };
    }
    try {
      return await safely("operator-action", async () => {
        if (isDestructive && !(await isFreshSignIn(database().db, user.sessionId, now()))) {
          return { ok: false, code: "sign_in_again" };
        }
        const ctx = erasureContext({ type: "operator", userId: user.id });
        return { ok: true, value: await act(ctx, parsed.data, user) };
      });
    } catch (error) {
      if (error instanceof ActRefused) return { ok: false, code: error.reason };
      if (error instanceof ErasureError) return { ok: false, code: error.code };
      if (error instanceof AccountError) return { ok: false, code: refusalOf(error) };
      throw error;
    }
  };
}

/** What the account itself refused: the password, or too many of them. */
function refusalOf({ code }: AccountError): OperatorRefusal {
  return code === "wrong_password" || code === "too_many_attempts" ? code : "not_authorised";
}
