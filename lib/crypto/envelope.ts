import { CompactEncrypt, compactDecrypt } from "jose";

/** A 256-bit key and its public name. */
export type EnvelopeKey = { readonly id: string; readonly bytes: Uint8Array };

/**
 * Encrypts text as a compact JWE (RFC 7516): AES-256-GCM, the key named in the header.
 *
 * `context` says what the ciphertext belongs to. It stands in the protected header, so that moving
 * the ciphertext elsewhere makes it unreadable.
 */
export async function encrypt(
  key: EnvelopeKey,
  plaintext: string,
  context: string,
): Promise<string> {
  return await new CompactEncrypt(new TextEncoder().encode(plaintext))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM", kid: key.id, ctx: context })
    .encrypt(key.bytes);
}

/** @throws when the ciphertext was changed, or made under another key or for another context. */
export async function decrypt(
  key: EnvelopeKey,
  envelope: string,
  context: string,
): Promise<string> {
  const { plaintext, protectedHeader } = await compactDecrypt(envelope, key.bytes, {
    keyManagementAlgorithms: ["dir"],
    contentEncryptionAlgorithms: ["A256GCM"],
  });
  if (protectedHeader.ctx !== context || protectedHeader.kid !== key.id) {
    throw new Error("The ciphertext was made for something else.");
  }
  return new TextDecoder("utf-8", { fatal: true }).decode(plaintext);
}
