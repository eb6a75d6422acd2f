import { randomBytes } from "node:crypto";
import { decodeProtectedHeader } from "jose";
import { describe, expect, test } from "vitest";
import {
  createDataKey,
  createVault,
  decryptWithDataKey,
  deriveSessionSecrets,
  digestToken,
  encryptWithDataKey,
  newConfirmationCode,
  newToken,
  parseMasterKey,
  unwrapDataKey,
} from "./index";

const master = parseMasterKey(randomBytes(32).toString("base64"));
const another = parseMasterKey(randomBytes(32).toString("base64"));

describe("a master key", () => {
  test.for(["", "short", "not base64 !", randomBytes(31).toString("base64")])(
    "is refused when it is %j",
    (text) => expect(() => parseMasterKey(text)).toThrow(/MASTER_KEY is not/),
  );
});

describe("a seal", () => {
  test("is read back under the same key and context, and is never the same twice", async () => {
    const vault = createVault(master);
    const [one, two] = [await vault.seal("zoë@علي.example", "r1"), await vault.seal("x", "r1")];
    expect(await vault.open(one, "r1")).toBe("zoë@علي.example");
    expect(one).not.toBe(await vault.seal("zoë@علي.example", "r1"));
    expect(two).not.toContain("x@");
  });

  test("is refused for another context, under another key, and when one byte differs", async () => {
    const vault = createVault(master);
    const sealed = await vault.seal("secret", "r1");
    const parts = sealed.split(".");
    const ciphertext = Buffer.from(parts[3] ?? "", "base64url");
    ciphertext.writeUInt8(ciphertext.readUInt8(0) ^ 1, 0);
    parts[3] = ciphertext.toString("base64url");

    await expect(vault.open(sealed, "r2")).rejects.toThrow();
    await expect(createVault(another).open(sealed, "r1")).rejects.toThrow();
    await expect(vault.open(parts.join("."), "r1")).rejects.toThrow();
  });

  test("names its key", async () => {
    const header = decodeProtectedHeader(await createVault(master).seal("secret", "r1"));
    expect(header).toMatchObject({ alg: "dir", enc: "A256GCM", kid: expect.any(String) });
  });
});

describe("a digest", () => {
  test("is stable, keyed, and differs by kind", () => {
    const vault = createVault(master);
    const digest = vault.digest("email", "a@example.test");
    expect(vault.digest("email", "a@example.test")).toBe(digest);
    expect(vault.digest("phone", "a@example.test")).not.toBe(digest);
    expect(createVault(another).digest("email", "a@example.test")).not.toBe(digest);
  });
});

describe("a data key", () => {
  test("survives wrapping, and encrypts for one workspace and context", async () => {
    const { id, key, wrappedKey } = await createDataKey(master, "w1");
    const unwrapped = await unwrapDataKey(master, { ownerId: "w1", id, wrappedKey });
    const token = await encryptWithDataKey(key, "EAAB-token", "channel c1");

    expect(await decryptWithDataKey(unwrapped, token, "channel c1")).toBe("EAAB-token");
    await expect(decryptWithDataKey(unwrapped, token, "channel c2")).rejects.toThrow();
    await expect(unwrapDataKey(master, { ownerId: "w2", id, wrappedKey })).rejects.toThrow();
    await expect(unwrapDataKey(another, { ownerId: "w1", id, wrappedKey })).rejects.toThrow();
  });
});

describe("a confirmation code", () => {
  test("has letters and digits only, each about as often as the others", () => {
    const seen = new Map<string, number>();
    for (let i = 0; i < 5_000; i++) {
      const code = newConfirmationCode();
      expect(code).toMatch(/^[A-Za-z0-9]{20}$/);
      for (const character of code) seen.set(character, (seen.get(character) ?? 0) + 1);
    }
    const expected = (5_000 * 20) / 62;
    expect(seen.size).toBe(62);
    for (const count of seen.values()) {
      // Six standard deviations.
      expect(Math.abs(count - expected)).toBeLessThan(6 * Math.sqrt(expected));
    }
  });
});

test("a token is 256 random bits, known by its digest", () => {
  const { token, digest } = newToken();
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(digestToken(token)).toBe(digest);
  expect(digest).not.toContain(token);
});

test("the session secret is neither the master key nor a key for anything else", () => {
  const [[secret], [other]] = [deriveSessionSecrets(master), deriveSessionSecrets(another)];
  expect(secret).not.toBe(other);
  expect(Buffer.from(secret, "base64url")).not.toEqual(Buffer.from(master.bytes));
});

test("a master key that was replaced still has its session secret, after the newest's", () => {
  const both = { bytes: another.bytes, older: [master.bytes] };
  expect(deriveSessionSecrets(both)).toEqual([
    ...deriveSessionSecrets(another),
    ...deriveSessionSecrets(master),
  ]);
});
