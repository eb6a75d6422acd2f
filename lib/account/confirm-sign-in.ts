import { and, eq } from "drizzle-orm";
import { sessions } from "@/db/schema";
import type { AccountContext } from "./account-context";
import { provePassword } from "./prove-password";

/**
 * Makes a session fresh again: its password is typed once more, before something that destroys.
 *
 * @throws AccountError as {@link provePassword} does; the session stays as fresh as it was.
 */
export async function confirmSignIn(
  ctx: Pick<AccountContext, "db" | "vault" | "now">,
  { userId, sessionId, password }: { userId: string; sessionId: string; password: string },
): Promise<void> {
  await provePassword(ctx, { userId, password });
  await ctx.db
    .update(sessions)
    .set({ confirmedAt: ctx.now() })
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, userId)));
}
