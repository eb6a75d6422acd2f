import { decrypt, encrypt } from "./envelope";
import { deriveKey, envelopeKeys, type MasterKey } from "./master-key";

const context = "platform digest key";

/**
 * The key that digests begin with: derived from the first master key there was, the last of the list.
 *
 * From then on the database keeps it, wrapped, so that digests stay the same when master keys go.
 */
export function digestKeyOf({ bytes, older }: MasterKey): Uint8Array {
  return deriveKey({ bytes: older.at(-1) ?? bytes }, "digest");
}

/** The form in which the digest key may be stored. */
export async function wrapDigestKey(master: MasterKey, key: Uint8Array): Promise<string> {
  const [newest] = envelopeKeys(master, "wrap");
  return await encrypt(newest, Buffer.from(key).toString("base64url"), context);
}

/** @throws UnknownKeyError when it was wrapped under a master key that is not listed. */
export async function unwrapDigestKey(master: MasterKey, wrapped: string): Promise<Uint8Array> {
  const bytes = await decrypt(envelopeKeys(master, "wrap"), wrapped, context);
  return new Uint8Array(Buffer.from(bytes, "base64url"));
}
