import { deriveKey, type MasterKey } from "./master-key";

/** What session cookies are sealed with: the newest seals, those that it has replaced still open. */
export type SessionSecrets = readonly [newest: string, ...older: string[]];

/** The master keys', for this purpose alone. */
export function deriveSessionSecrets({ bytes, older }: MasterKey): SessionSecrets {
  return [derive(bytes), ...older.map(derive)];
}

function derive(bytes: Uint8Array): string {
  return Buffer.from(deriveKey({ bytes }, "session")).toString("base64url");
}
