import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { openedSize, openStream, sealStream } from "./sealed-stream";

const key = { id: "k1", bytes: new Uint8Array(randomBytes(32)) };
const segment = 64 * 1024;

test.for([0, 1, segment - 1, segment, segment + 1, 3 * segment, 3 * segment + 12_345])(
  "%i bytes are read back, in whatever pieces they come",
  async (length) => {
    const bytes = randomBytes(length);
    const sealed = await seal(pieces(bytes, 10_007));
    const opened = await buffer(
      Readable.from(openStream(key, asAsync(pieces(sealed, 4_099)), "w1/a")),
    );
    expect(opened.equals(bytes)).toBe(true);
    expect(openedSize(sealed.length)).toBe(length);
    expect(length > 40 && sealed.includes(bytes.subarray(0, 32))).toBe(false);
  },
);

test("the same bytes are never sealed alike", async () => {
  const bytes = randomBytes(100);
  expect((await seal([bytes])).equals(await seal([bytes]))).toBe(false);
});

test("what is changed, cut off, moved, another's or another key's does not open", async () => {
  const sealed = await seal([randomBytes(3 * segment)]);
  const cut = 40 + segment + 16;
  const flipped = Buffer.from(sealed);
  flipped.writeUInt8(flipped.readUInt8(50_000) ^ 1, 50_000);
  const [first, second] = [sealed.subarray(40, cut), sealed.subarray(cut, cut + segment + 16)];
  const another = { id: "k2", bytes: new Uint8Array(randomBytes(32)) };

  await expect(open(flipped)).rejects.toThrow();
  await expect(open(sealed.subarray(0, cut))).rejects.toThrow();
  await expect(open(sealed.subarray(0, -1))).rejects.toThrow();
  await expect(open(sealed.subarray(0, 40))).rejects.toThrow(/not a sealed stream/);
  await expect(open(Buffer.alloc(0))).rejects.toThrow(/not a sealed stream/);
  await expect(
    open(Buffer.concat([sealed.subarray(0, 40), second, first, sealed.subarray(2 * cut - 40)])),
  ).rejects.toThrow();
  await expect(open(Buffer.concat([sealed, randomBytes(100)]))).rejects.toThrow();
  await expect(open(sealed, "w1/b")).rejects.toThrow();
  await expect(
    buffer(Readable.from(openStream(another, asAsync([sealed]), "w1/a"))),
  ).rejects.toThrow();
});

async function seal(plaintext: Iterable<Uint8Array>): Promise<Buffer> {
  return await buffer(Readable.from(sealStream(key, asAsync(plaintext), "w1/a")));
}

async function open(sealed: Uint8Array, context = "w1/a"): Promise<Buffer> {
  return await buffer(Readable.from(openStream(key, asAsync([sealed]), context)));
}

async function* asAsync(chunks: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* chunks;
}

function* pieces(bytes: Buffer, size: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
