import { randomInt } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { accountCodes } from "@/db/schema";
import { newId } from "@/db/schema/columns";
import { countTry } from "@/lib/rate-limits/count-try";
import type { AccountContext } from "./account-context";
import { codeDigest } from "./code-digest";
import { AccountError } from "./errors";
import { type SealedCode, sealCode } from "./sealed-code";

export const codeValidMinutes = 10;

/** Each one is a mail. */
const limit = { name: "code", tries: 3, seconds: 15 * 60 };

type CodePurpose = (typeof accountCodes.$inferSelect)["purpose"];

/**
 * Makes a fresh code and owes its mail; an older one for the same purpose ends.
 *
 * @param email the address it goes to, where it is not the account's.
 * @throws AccountError `too_many_attempts`.
 */
export async function issueCode(
  ctx: AccountContext,
  { userId, purpose, email }: { userId: string; purpose: CodePurpose; email?: string },
): Promise<void> {
  if (!(await countTry(ctx.db, limit, ctx.vault.digest("account", userId)))) {
    throw new AccountError("too_many_attempts", "Codes were asked for too often.");
  }
  const [id, code, now] = [newId(), newCode(), ctx.now()];
  const content: SealedCode = email === undefined ? { code } : { code, email };
  const sealed = await sealCode(ctx.vault, id, content);

  await ctx.db.transaction(async (tx) => {
    await tx
      .delete(accountCodes)
      .where(and(eq(accountCodes.userId, userId), eq(accountCodes.purpose, purpose)));
    await tx.insert(accountCodes).values({
      id,
      userId,
      purpose,
      codeDigest: codeDigest(ctx.vault, id, code),
      sealed,
      createdAt: now,
      expiresAt: new Date(now.getTime() + codeValidMinutes * 60_000),
    });
    await ctx.jobs.enqueue(tx, { queue: "send-notice", data: { kind: "account_code", id } });
  });
}

function newCode(): string {
  return String(randomInt(100_000_000)).padStart(8, "0");
}
