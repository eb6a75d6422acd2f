import { randomBytes, randomUUID } from "node:crypto";
import { decrypt, type EnvelopeKey, encrypt, envelopeHeader } from "./envelope";
import { envelopeKeys, type MasterKey } from "./master-key";

/** The key of one owner: a workspace, a request's file. Destroy every copy, and what it encrypted is gone. */
export type DataKey = EnvelopeKey;

const inTwoParts = " in two parts";

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
    textOf(bytes),
    contextOf(ownerId, id),
  );
  return { id, key: { id, bytes }, wrappedKey };
}

/** A wrapped key, whose it is, and its other half where it needs one. */
type WrappedKey = {
  ownerId: string;
  id: string;
  wrappedKey: string;
  part?: Uint8Array | null;
};

/**
 * @throws when the wrapped key is another owner's, was wrapped under a master key not listed, or needs
 * a part that was not given, or another.
 */
export async function unwrapDataKey(
  master: MasterKey,
  { ownerId, id, wrappedKey, part = null }: WrappedKey,
): Promise<DataKey> {
  const keys = envelopeKeys(master, "wrap");
  const context = contextOf(ownerId, id);
  if (!needsPart(wrappedKey)) {
    return { id, bytes: bytesOf(await decrypt(keys, wrappedKey, context)) };
  }
  if (part === null) throw new Error("The key's other part is gone.");
  const inner = await decrypt(keys, wrappedKey, `${context}${inTwoParts}`);
  return { id, bytes: bytesOf(await decrypt({ id, bytes: part }, inner, context)) };
}

/** Whether a wrapped key opens only with the part of it that lies elsewhere; unauthenticated. */
export function needsPart(wrappedKey: string): boolean {
  return envelopeHeader(wrappedKey)?.context.endsWith(inTwoParts) === true;
}

/**
 * Wraps a data key so that the master key alone no longer opens it. It stays the same key, and what it
 * has encrypted stays as it is.
 *
 * @param part 32 random bytes, to be kept where no copy of the wrapped key is.
 */
export async function wrapInTwoParts(
  master: MasterKey,
  stored: Omit<WrappedKey, "part">,
  part: Uint8Array,
): Promise<string> {
  const { id, bytes } = await unwrapDataKey(master, stored);
  const context = contextOf(stored.ownerId, id);
  const inner = await encrypt({ id, bytes: part }, textOf(bytes), context);
  return await encrypt(envelopeKeys(master, "wrap")[0], inner, `${context}${inTwoParts}`);
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

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64url");
}

function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, "base64url"));
}
