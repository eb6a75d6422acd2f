import { decrypt, encrypt, envelopeHeader } from "./envelope";
import { envelopeKeys, type MasterKey } from "./master-key";

/** What became of an envelope: encrypted anew, under the newest key already, or made under another. */
export type Renewal = { outcome: "renewed"; envelope: string } | { outcome: "newest" | "unknown" };

/**
 * Encrypts anew, under the newest master key and for the same context, what an older one sealed or
 * wrapped. `unknown` is what no listed key made, and whatever is no envelope.
 */
export async function renewEnvelope(master: MasterKey, envelope: string): Promise<Renewal> {
  const header = envelopeHeader(envelope);
  if (header === null) return { outcome: "unknown" };
  for (const purpose of ["seal", "wrap"] as const) {
    const [newest, ...older] = envelopeKeys(master, purpose);
    if (newest.id === header.keyId) return { outcome: "newest" };
    const made = older.find(({ id }) => id === header.keyId);
    if (made === undefined) continue;
    const plaintext = await decrypt(made, envelope, header.context);
    return { outcome: "renewed", envelope: await encrypt(newest, plaintext, header.context) };
  }
  return { outcome: "unknown" };
}
