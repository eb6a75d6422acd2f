import { createHmac, createSecretKey } from "node:crypto";
import type { Vault } from "@/lib/erasure/context";
import { digestKeyOf } from "./digest-key";
import { decrypt, encrypt } from "./envelope";
import { envelopeKeys, type MasterKey } from "./master-key";

/**
 * The keyed operations of the erasure domain, over keys derived from the master key.
 *
 * @param digestKey the one that the database keeps. Absent: the one it will keep, for a database that
 * has none yet.
 */
export function createVault(master: MasterKey, digestKey: Uint8Array = digestKeyOf(master)): Vault {
  // Read once: a digest is made for every request.
  const key = createSecretKey(digestKey);
  const sealKeys = envelopeKeys(master, "seal");
  return {
    digest: (kind, value) =>
      createHmac("sha256", key).update(`${kind}\0${value}`).digest("base64url"),
    seal: (plaintext, context) => encrypt(sealKeys[0], plaintext, context),
    open: (sealed, context) => decrypt(sealKeys, sealed, context),
  };
}
