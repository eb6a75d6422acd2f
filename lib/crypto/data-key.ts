import { randomBytes, randomUUID } from "node:crypto";
import { decrypt, type EnvelopeKey, encrypt } from "./envelope";
import { deriveKey, keyId, type MasterKey } from "./master-key";

/** A workspace's own key. Destroy every copy of it, and what it encrypted is gone. */
export type DataKey = EnvelopeKey;

/** A fresh data key for a workspace, and the form in which it may be stored. */
export async function createDataKey(
  master: MasterKey,
  workspaceId: string,
  id: string = randomUUID(),
): Promise<{ id: string; key: DataKey; wrappedKey: string }> {
  const bytes = new Uint8Array(randomBytes(32));
  const wrappedKey = await encrypt(
    wrapping(master),
    Buffer.from(bytes).toString("base64url"),
    contextOf(workspaceId, id),
  );
  return { id, key: { id, bytes }, wrappedKey };
}

/** @throws when the wrapped key is another workspace's, or was wrapped under another master key. */
export async function unwrapDataKey(
  master: MasterKey,
  { workspaceId, id, wrappedKey }: { workspaceId: string; id: string; wrappedKey: string },
): Promise<DataKey> {
  const bytes = await decrypt(wrapping(master), wrappedKey, contextOf(workspaceId, id));
  return { id, bytes: new Uint8Array(Buffer.from(bytes, "base64url")) };
}

/** @param context what the ciphertext belongs to: table, row and column. */
export async function encryptWithDataKey(
  key: DataKey,
  plaintext: string,
  context: string,
): Promise<string> {
  return await encrypt(key, plaintext, context);
}

/** @throws when the ciphertext was changed, or made under another key or for another context. */
export async function decryptWithDataKey(
  key: DataKey,
  ciphertext: string,
  context: string,
): Promise<string> {
  return await decrypt(key, ciphertext, context);
}

function wrapping(master: MasterKey): EnvelopeKey {
  const bytes = deriveKey(master, "wrap");
  return { id: keyId(bytes), bytes };
}

function contextOf(workspaceId: string, id: string): string {
  return `workspace ${workspaceId} key ${id}`;
}
