import { lt } from "drizzle-orm";
import { accountCodes } from "@/db/schema";
import type { Db } from "@/lib/erasure";

/** Forgets mailed codes that ran out, and an address that came with one. Repeatable. @returns how many. */
export async function clearExpiredCodes({ db, now }: { db: Db; now: () => Date }): Promise<number> {
  const cleared = await db
    .delete(accountCodes)
    .where(lt(accountCodes.expiresAt, now()))
    .returning({ id: accountCodes.id });
  return cleared.length;
}
