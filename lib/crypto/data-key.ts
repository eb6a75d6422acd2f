import { randomBytes, randomUUID } from "node:crypto";
import { decrypt, type EnvelopeKey, encrypt } from "./envelope";
import { envelopeKeys, type MasterKey } from "./master-key";

/** The key of one owner: a workspace, a request's file. Destroy every copy, and what it encrypted is gone. */
export type DataKey = EnvelopeKey;

/**
 * A fresh data key, and the form in which it may be stored.
 *
 * @param ownerId whose it is: a workspace, or a request's file.
 */
export async function createDataKey(
  master: MasterKey,
  ownerId: string,
  id: string = randomUUID(),
): Promise<{ id: string; key: DataKey; wrappedKey: string }> {
  const bytes = new Uint8Array(randomBytes(32));
  const wrappedKey = await encrypt(
    envelopeKeys(master, "wrap")[0],
    Buffer.from(bytes).toString("base64url"),
    contextOf(ownerId, id),
  );
  return { id, key: { id, bytes }, wrappedKey };
}

/** @throws when the wrapped key is another owner's, or was wrapped under a master key not listed. */
export async function unwrapDataKey(
  master: MasterKey,
  { ownerId, id, wrappedKey }: { ownerId: string; id: string; wrappedKey: string },
): Promise<DataKey> {
  const bytes = await decrypt(envelopeKeys(master, "wrap"), wrappedKey, contextOf(ownerId, id));
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

/** Bound to what a key was wrapped for: it opens for no other owner, and under no other name. */
function contextOf(ownerId: string, id: string): string {
  return `workspace ${ownerId} key ${id}`;
}
