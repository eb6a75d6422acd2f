import { timingSafeEqual } from "node:crypto";
import { and, eq, gt, lt, sql } from "drizzle-orm";
import { accountCodes } from "@/db/schema";
import type { AccountContext } from "./account-context";
import { codeDigest } from "./code-digest";
import { AccountError } from "./errors";
import { openSealedCode, type SealedCode } from "./sealed-code";

/** After so many tries a code is worth nothing, whatever is typed. */
const attemptsAllowed = 5;

/**
 * Spends a mailed code. Every try counts, before it is compared and for good; of two at once with
 * the right code, one is taken.
 *
 * @returns what was sealed with it.
 * @throws AccountError `wrong_code`.
 */
export async function redeemCode(
  { db, now, vault }: Pick<AccountContext, "db" | "now" | "vault">,
  input: {
    userId: string;
    purpose: (typeof accountCodes.$inferSelect)["purpose"];
    code: string;
  },
): Promise<SealedCode> {
  const [tried] = await db
    .update(accountCodes)
    .set({ attempts: sql`${accountCodes.attempts} + 1` })
    .where(
      and(
        eq(accountCodes.userId, input.userId),
        eq(accountCodes.purpose, input.purpose),
        lt(accountCodes.attempts, attemptsAllowed),
        gt(accountCodes.expiresAt, now()),
      ),
    )
    .returning();
  if (tried === undefined || !isEqual(tried.codeDigest, codeDigest(vault, tried.id, input.code))) {
    throw wrongCode();
  }
  const spent = await db
    .delete(accountCodes)
    .where(eq(accountCodes.id, tried.id))
    .returning({ sealed: accountCodes.sealed });
  if (spent[0] === undefined) throw wrongCode();
  return await openSealedCode(vault, tried.id, spent[0].sealed);
}

/** Digests have one length. */
function isEqual(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

function wrongCode(): AccountError {
  return new AccountError("wrong_code", "The code is wrong, old, or was tried too often.");
}
