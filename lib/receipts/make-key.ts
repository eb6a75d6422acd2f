import { calculateJwkThumbprint, exportJWK, generateKeyPair } from "jose";
import type { erasureReceiptKeys } from "@/db/schema";
import { receiptAlgorithm } from "./header";
import type { KeyKeeper } from "./key-keeper";

/** A fresh Ed25519 key as it is stored: named by its thumbprint, its private half sealed. */
export async function makeKey({
  vault,
  now,
}: KeyKeeper): Promise<typeof erasureReceiptKeys.$inferInsert> {
  const pair = await generateKeyPair(receiptAlgorithm, { crv: "Ed25519", extractable: true });
  const publicKey = await exportJWK(pair.publicKey);
  const id = await calculateJwkThumbprint(publicKey);
  const privateKey = JSON.stringify(await exportJWK(pair.privateKey));
  return {
    id,
    publicKey,
    sealedPrivateKey: await vault.seal(privateKey, id),
    createdAt: now(),
  };
}
