import { deriveKey, type MasterKey } from "./master-key";

/** The secret that signs session cookies: the master key's, for this purpose alone. */
export function deriveSessionSecret(master: MasterKey): string {
  return Buffer.from(deriveKey(master, "session")).toString("base64url");
}
