import { and, eq, isNull } from "drizzle-orm";
import { users } from "@/db/schema";
import type { AccountContext } from "./account-context";
import { AccountError } from "./errors";
import type { UpdateProfile } from "./schemas";

/** Changes a person's own name and language. @throws AccountError `account_closed`. */
export async function updateProfile(
  { db }: Pick<AccountContext, "db">,
  { userId, name, locale }: UpdateProfile & { userId: string },
): Promise<void> {
  const updated = await db
    .update(users)
    .set({ name, locale })
    .where(and(eq(users.id, userId), isNull(users.frozenAt)))
    .returning({ id: users.id });
  if (updated.length === 0) throw new AccountError("account_closed", "The account is closed.");
}
