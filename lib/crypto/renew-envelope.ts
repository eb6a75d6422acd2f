import { decrypt, encrypt, envelopeHeader } from "./envelope";
import { envelopeKeys, type MasterKey } from "./master-key";

/**
 * Encrypts anew, under the newest master key and for the same context, what an older one sealed or
 * wrapped.
 *
 * @returns null for what needs none: under the newest key already, under a data key, or no envelope.
 */
export async function renewEnvelope(master: MasterKey, envelope: string): Promise<string | null> {
  const header = envelopeHeader(envelope);
  if (header === null) return null;
  for (const purpose of ["seal", "wrap"] as const) {
    const [newest, ...older] = envelopeKeys(master, purpose);
    const made = older.find(({ id }) => id === header.keyId);
    if (made === undefined) continue;
    return await encrypt(newest, await decrypt(made, envelope, header.context), header.context);
  }
  return null;
}
