import { createHash } from "node:crypto";

/** Numbers that look random and are the same on every run from the same seed. */
export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  bytes(length: number): Uint8Array;
  hex(length: number): string;
  digits(length: number): string;
  /** An independent stream, so that more draws here shift nothing there. */
  fork(name: string): Random;
};

/** A generator of Chris Doty-Humphrey's sfc32 family, seeded by hashing a word. */
export function createRandom(seed: string): Random {
  const state = new Uint32Array(4);
  new Uint8Array(state.buffer).set(createHash("sha256").update(seed).digest().subarray(0, 16));
  let [a = 0, b = 0, c = 0, counter = 0] = state;

  function uint32(): number {
    const result = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + result) | 0;
    return result >>> 0;
  }

  const next = () => uint32() / 2 ** 32;
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));

  function bytes(length: number): Uint8Array {
    const words = new Uint32Array(Math.ceil(length / 4)).map(uint32);
    return new Uint8Array(words.buffer, 0, length);
  }

  return {
    next,
    int,
    bytes,
    chance: (probability) => next() < probability,
    pick: (from) => {
      const picked = from[int(0, from.length - 1)];
      if (picked === undefined) throw new Error("There is nothing to pick from.");
      return picked;
    },
    hex: (length) =>
      Buffer.from(bytes(Math.ceil(length / 2)))
        .toString("hex")
        .slice(0, length),
    digits: (length) => {
      let text = String(int(1, 9));
      while (text.length < length) text += String(int(0, 999_999)).padStart(6, "0");
      return text.slice(0, length);
    },
    fork: (name) => createRandom(`${seed}/${name}`),
  };
}
