import { CompactEncrypt, compactDecrypt, decodeProtectedHeader } from "jose";

/** A 256-bit key and its public name. */
export type EnvelopeKey = { readonly id: string; readonly bytes: Uint8Array };

/** Made under a key that is not at hand: of another platform, or one that is listed no more. */
export class UnknownKeyError extends Error {
  override readonly name = "UnknownKeyError";
}

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

/**
 * @param keys those that may have made it: the header says which did.
 * @throws UnknownKeyError when none of them did.
 * @throws when the ciphertext was changed, or made for another context.
 */
export async function decrypt(
  keys: EnvelopeKey | readonly EnvelopeKey[],
  envelope: string,
  context: string,
): Promise<string> {
  const { kid } = decodeProtectedHeader(envelope);
  const key = [keys].flat().find(({ id }) => id === kid);
  if (key === undefined) throw new UnknownKeyError("The ciphertext was made under another key.");
  const { plaintext, protectedHeader } = await compactDecrypt(envelope, key.bytes, {
    keyManagementAlgorithms: ["dir"],
    contentEncryptionAlgorithms: ["A256GCM"],
  });
  if (protectedHeader.ctx !== context) {
    throw new Error("The ciphertext was made for something else.");
  }
  return new TextDecoder("utf-8", { fatal: true }).decode(plaintext);
}

/** What an envelope says of itself, unauthenticated; null for any other text. */
export function envelopeHeader(text: string): { keyId: string; context: string } | null {
  try {
    const { kid, ctx } = decodeProtectedHeader(text);
    return typeof kid === "string" && typeof ctx === "string" ? { keyId: kid, context: ctx } : null;
  } catch {
    return null;
  }
}
