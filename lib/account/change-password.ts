import { and, eq, ne } from "drizzle-orm";
import { sessions, users } from "@/db/schema";
import { hashPassword } from "@/lib/auth/password";
import type { AccountContext } from "./account-context";
import { provePassword } from "./prove-password";
import type { ChangePassword } from "./schemas";

/**
 * Replaces a person's password, and signs out every browser but theirs: whoever else knew the old
 * one is out.
 *
 * @throws AccountError as {@link provePassword} does.
 */
export async function changePassword(
  ctx: Pick<AccountContext, "db" | "vault">,
  input: ChangePassword & { userId: string; sessionId: string },
): Promise<void> {
  const { userId, sessionId, currentPassword, newPassword } = input;
  await provePassword(ctx, { userId, password: currentPassword });
  const passwordHash = await hashPassword(newPassword);
  await ctx.db.transaction(async (tx) => {
    await tx.update(users).set({ passwordHash }).where(eq(users.id, userId));
    await tx.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.id, sessionId)));
  });
}
