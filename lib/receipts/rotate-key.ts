import { isNull } from "drizzle-orm";
import { erasureReceiptKeys } from "@/db/schema";
import type { Db } from "@/lib/erasure";
import type { KeyKeeper } from "./key-keeper";
import { makeKey } from "./make-key";

/**
 * Puts a new signing key in the place of the one in use, and destroys the private half of that.
 *
 * Receipts that were signed with it stay valid: its public half is still published.
 *
 * @returns the new key's name.
 */
export async function rotateReceiptKey(db: Db, keeper: KeyKeeper): Promise<string> {
  const fresh = await makeKey(keeper);
  await db.transaction(async (tx) => {
    await tx
      .update(erasureReceiptKeys)
      .set({ retiredAt: keeper.now(), sealedPrivateKey: null })
      .where(isNull(erasureReceiptKeys.retiredAt));
    await tx.insert(erasureReceiptKeys).values(fresh);
  });
  return fresh.id;
}
