import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { DataKey } from "./data-key";
import { inSegments } from "./in-segments";

const segmentBytes = 64 * 1024;
const tagBytes = 16;
const version = 1;
const saltBytes = 32;
const noncePrefixBytes = 7;
const headerBytes = 1 + saltBytes + noncePrefixBytes;

/**
 * Encrypts bytes of any length in constant memory: segments of 64 KiB, each AES-256-GCM.
 *
 * The construction is STREAM (Hoang, Reyhanitabar, Rogaway and Vizár, 2015), as in Tink's streaming
 * AEAD: a key for this stream alone, by HKDF from the data key, a random salt and `context`; nonces
 * that count the segments and mark the last. So segments cannot be moved, left out or cut off.
 *
 * @param context what the bytes belong to: another's cannot be opened in their place.
 */
export async function* sealStream(
  key: DataKey,
  plaintext: AsyncIterable<Uint8Array>,
  context: string,
): AsyncGenerator<Buffer> {
  const salt = randomBytes(saltBytes);
  const prefix = randomBytes(noncePrefixBytes);
  const streamKey = deriveStreamKey(key, salt, context);
  yield Buffer.concat([Buffer.of(version), salt, prefix]);
  for await (const { bytes, at, isLast } of inSegments(plaintext, segmentBytes)) {
    const cipher = createCipheriv("aes-256-gcm", streamKey, nonceOf(prefix, at, isLast));
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

/**
 * Decrypts a sealed stream, segment by segment; what it yields has been authenticated.
 *
 * @throws when anything was changed, moved or cut off, and for another key or context. Then what
 * came before is only the beginning, and must not be taken for the whole.
 */
export async function* openStream(
  key: DataKey,
  ciphertext: AsyncIterable<Uint8Array>,
  context: string,
): AsyncGenerator<Buffer> {
  let streamKey: Buffer | undefined;
  let prefix = Buffer.alloc(0);
  for await (const { bytes, at, isLast } of inSegments(
    ciphertext,
    segmentBytes + tagBytes,
    headerBytes,
  )) {
    if (streamKey === undefined) {
      if (bytes.length !== headerBytes || bytes[0] !== version || isLast) throw new NotSealed();
      streamKey = deriveStreamKey(key, bytes.subarray(1, 1 + saltBytes), context);
      prefix = Buffer.from(bytes.subarray(1 + saltBytes));
      continue;
    }
    if (bytes.length < tagBytes) throw new NotSealed();
    const decipher = createDecipheriv("aes-256-gcm", streamKey, nonceOf(prefix, at - 1, isLast));
    decipher.setAuthTag(bytes.subarray(bytes.length - tagBytes));
    const opened = decipher.update(bytes.subarray(0, bytes.length - tagBytes));
    decipher.final();
    yield opened;
  }
}

/** How many bytes were sealed, by how many came out. */
export function openedSize(sealedBytes: number): number {
  const segments = Math.ceil((sealedBytes - headerBytes) / (segmentBytes + tagBytes));
  return sealedBytes - headerBytes - segments * tagBytes;
}

class NotSealed extends Error {
  override readonly name = "NotSealed";
  constructor() {
    super("These bytes are not a sealed stream, or not all of one.");
  }
}

function deriveStreamKey(key: DataKey, salt: Uint8Array, context: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key.bytes, salt, `lethe stream v1\0${context}`, 32));
}

/** Unlike any other segment's of the stream: prefix, number, and whether it is the last. */
function nonceOf(prefix: Buffer, at: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  prefix.copy(nonce);
  nonce.writeUInt32BE(at, noncePrefixBytes);
  nonce.writeUInt8(isLast ? 1 : 0, 11);
  return nonce;
}
