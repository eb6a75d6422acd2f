import { CompactSign, importJWK } from "jose";
import type { ErasureContext, ReceiptSigner, Vault } from "@/lib/erasure";
import { receiptAlgorithm, receiptType } from "./header";
import { keyInUse } from "./key-in-use";

type SignerOptions = {
  vault: Pick<Vault, "seal" | "open">;
  /** This platform's own public address. */
  issuer: string;
  now: ErasureContext["now"];
};

/** Signs receipts with Ed25519 (RFC 8037) under the key in use, which it makes when there is none. */
export function createReceiptSigner({ vault, issuer, now }: SignerOptions): ReceiptSigner {
  return {
    issuer,
    async sign(tx, receipt) {
      const { id: keyId, privateKey } = await keyInUse(tx, { vault, now });
      const payload = new TextEncoder().encode(JSON.stringify(receipt));
      const jws = await new CompactSign(payload)
        .setProtectedHeader({ alg: receiptAlgorithm, kid: keyId, typ: receiptType })
        .sign(await importJWK(privateKey, receiptAlgorithm));
      return { jws, keyId };
    },
  };
}
