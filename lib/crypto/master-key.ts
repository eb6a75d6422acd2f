import { createHash, hkdfSync } from "node:crypto";
import { z } from "zod";
import type { EnvelopeKey } from "./envelope";

const keyBytes = 32;

/**
 * The platform's root secret. Nothing is encrypted with it directly: every use derives its own key.
 *
 * `older` are those it has replaced, newest first: what they made is still read, and nothing more is
 * made with them.
 */
export type MasterKey = { readonly bytes: Uint8Array; readonly older: readonly Uint8Array[] };

/** What a derived key is for. Two purposes never share a key. */
export type KeyPurpose = "digest" | "seal" | "wrap" | "session";

const Base64Key = z
  .base64("MASTER_KEY is not base64.")
  .transform((text) => new Uint8Array(Buffer.from(text, "base64")))
  .refine((bytes) => bytes.length === keyBytes, "MASTER_KEY is not 32 bytes of base64.");

/**
 * Reads one key, or several with commas between them, newest first.
 *
 * @throws ZodError when one of them is not 32 bytes of base64.
 */
export function parseMasterKey(list: string): MasterKey {
  const [newest = "", ...older] = list.split(",").map((key) => key.trim());
  return { bytes: Base64Key.parse(newest), older: older.map((key) => Base64Key.parse(key)) };
}

/** HKDF-SHA256 (RFC 5869) of the newest, with the purpose as its info. */
export function deriveKey({ bytes }: Pick<MasterKey, "bytes">, purpose: KeyPurpose): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", bytes, "", `lethe ${purpose} v1`, keyBytes));
}

/** The key for a purpose that makes, and after it those that only read, each by its public name. */
export function envelopeKeys(
  { bytes, older }: MasterKey,
  purpose: KeyPurpose,
): [EnvelopeKey, ...EnvelopeKey[]] {
  const named = (root: Uint8Array): EnvelopeKey => {
    const derived = deriveKey({ bytes: root }, purpose);
    return { id: keyId(derived), bytes: derived };
  };
  return [named(bytes), ...older.map(named)];
}

/** A short public name for a key, so that a ciphertext says which one it needs. */
function keyId(key: Uint8Array): string {
  return createHash("sha256").update("lethe key id").update(key).digest("base64url").slice(0, 12);
}
