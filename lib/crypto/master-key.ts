import { createHash, hkdfSync } from "node:crypto";
import { z } from "zod";

const keyBytes = 32;

/** The platform's root secret. Nothing is encrypted with it directly: every use derives its own key. */
export type MasterKey = { readonly bytes: Uint8Array };

/** What a derived key is for. Two purposes never share a key. */
export type KeyPurpose = "digest" | "seal" | "wrap" | "session";

const Base64Key = z
  .base64("MASTER_KEY is not base64.")
  .transform((text) => new Uint8Array(Buffer.from(text, "base64")))
  .refine((bytes) => bytes.length === keyBytes, "MASTER_KEY is not 32 bytes of base64.");

/** @throws ZodError when the text is not 32 bytes of base64. */
export function parseMasterKey(base64: string): MasterKey {
  return { bytes: Base64Key.parse(base64) };
}

/** HKDF-SHA256 (RFC 5869), with the purpose as its info. */
export function deriveKey(master: MasterKey, purpose: KeyPurpose): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", master.bytes, "", `lethe ${purpose} v1`, keyBytes));
}

/** A short public name for a key, so that a ciphertext says which one it needs. */
export function keyId(key: Uint8Array): string {
  return createHash("sha256").update("lethe key id").update(key).digest("base64url").slice(0, 12);
}
