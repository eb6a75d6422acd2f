import { desc } from "drizzle-orm";
import { z } from "zod";
import { erasureReceiptKeys } from "@/db/schema";
import type { Db } from "@/lib/erasure";
import { receiptAlgorithm } from "./header";
import type { ReceiptKeySet } from "./schemas";

const PublicKey = z.object({ kty: z.literal("OKP"), crv: z.literal("Ed25519"), x: z.string() });

/** The public halves of all keys, as a JWK set (RFC 7517), the one in use first. */
export async function publishedKeys(db: Db): Promise<ReceiptKeySet> {
  const keys = await db
    .select({ kid: erasureReceiptKeys.id, publicKey: erasureReceiptKeys.publicKey })
    .from(erasureReceiptKeys)
    .orderBy(desc(erasureReceiptKeys.createdAt), desc(erasureReceiptKeys.id));
  return {
    keys: keys.map(({ kid, publicKey }) => ({
      // What is not named here is not published: a private half could not be.
      ...PublicKey.parse(publicKey),
      kid,
      alg: receiptAlgorithm,
      use: "sig",
    })),
  };
}
