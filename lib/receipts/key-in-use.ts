import { isNull } from "drizzle-orm";
import { z } from "zod";
import { erasureReceiptKeys } from "@/db/schema";
import type { Tx } from "@/lib/erasure";
import type { KeyKeeper } from "./key-keeper";
import { makeKey } from "./make-key";

const PrivateKey = z.object({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string(),
  d: z.string(),
});
type PrivateKey = z.infer<typeof PrivateKey>;

/**
 * The key that receipts are signed with, made in this transaction when there is none yet.
 *
 * Of two who make the first at once, the second waits for the first and uses its key.
 */
export async function keyInUse(
  tx: Tx,
  keeper: KeyKeeper,
): Promise<{ id: string; privateKey: PrivateKey }> {
  const found = (await readKey(tx, keeper)) ?? (await makeFirst(tx, keeper));
  if (found === null) throw new Error("There is no key to sign receipts with.");
  return found;
}

async function makeFirst(tx: Tx, keeper: KeyKeeper): ReturnType<typeof readKey> {
  await tx
    .insert(erasureReceiptKeys)
    .values(await makeKey(keeper))
    .onConflictDoNothing();
  return await readKey(tx, keeper);
}

async function readKey(
  tx: Tx,
  { vault }: KeyKeeper,
): Promise<{ id: string; privateKey: PrivateKey } | null> {
  const [key] = await tx
    .select()
    .from(erasureReceiptKeys)
    .where(isNull(erasureReceiptKeys.retiredAt));
  if (key === undefined || key.sealedPrivateKey === null) return null;
  const opened = await vault.open(key.sealedPrivateKey, key.id);
  return { id: key.id, privateKey: PrivateKey.parse(JSON.parse(opened)) };
}
