import { createHmac } from "node:crypto";
import type { Vault } from "@/lib/erasure/context";
import { decrypt, type EnvelopeKey, encrypt } from "./envelope";
import { deriveKey, keyId, type MasterKey } from "./master-key";

/** The keyed operations of the erasure domain, over keys derived from the master key. */
export function createVault(master: MasterKey): Vault {
  const digestKey = deriveKey(master, "digest");
  const sealKey = named(deriveKey(master, "seal"));
  return {
    digest: (kind, value) =>
      createHmac("sha256", digestKey).update(`${kind}\0${value}`).digest("base64url"),
    seal: (plaintext, context) => encrypt(sealKey, plaintext, context),
    open: (sealed, context) => decrypt(sealKey, sealed, context),
  };
}

function named(bytes: Uint8Array): EnvelopeKey {
  return { id: keyId(bytes), bytes };
}
