import { randomBytes } from "node:crypto";
import { decodeProtectedHeader, UnsecuredJWT } from "jose";
import { describe } from "vitest";
import { erasureReceiptKeys } from "@/db/schema";
import { createVault, parseMasterKey } from "@/lib/crypto";
import { type Receipt, receiptStatement } from "@/lib/erasure";
import { test as erasureTest, expect } from "@/lib/testing/erasure-test";
import { checkReceipt } from "./check-receipt";
import { createReceiptSigner } from "./create-receipt-signer";
import { publishedKeys } from "./published-keys";
import { rotateReceiptKey } from "./rotate-key";
import { signedReceipt } from "./signed-receipt";

const receipt: Receipt = {
  version: 1,
  issuer: "https://lethe.test",
  statement: receiptStatement,
  confirmationCode: "Abcdefghij0123456789",
  subject: "workspace",
  policy: { profile: "default", version: "2026-11-22" },
  receivedAt: "2026-11-22T12:00:00.000Z",
  verifiedAt: null,
  startedAt: "2026-11-22T12:00:01.000Z",
  purgedAt: "2026-11-22T12:00:02.000Z",
  completedAt: "2026-11-22T12:00:03.000Z",
  erased: [{ category: "messages", rows: 1200 }],
  unlinked: [],
  mentioned: [],
  retained: [],
  record: { retention: "request_ledger", basis: null, until: null },
  recipients: [],
  backupsGoneBy: null,
};

const test = erasureTest.extend<{ sign: (given?: Partial<Receipt>) => Promise<string> }>({
  sign: async ({ db, system }, use) => {
    await use(async (given = {}) => {
      const signed = { ...receipt, ...given };
      return (await db.transaction((tx) => system.receipts.sign(tx, signed))).jws;
    });
  },
});

describe("a receipt", () => {
  test("is valid as the JWS, broken into lines, and as the file that shows what was signed", async ({
    db,
    sign,
  }) => {
    const jws = await sign();
    const keys = await publishedKeys(db);
    const valid = { outcome: "valid", keyId: keys.keys[0]?.kid, receipt };

    expect(decodeProtectedHeader(jws)).toMatchObject({ alg: "EdDSA", kid: keys.keys[0]?.kid });
    expect(signedReceipt(jws)).toEqual(receipt);
    for (const text of [jws, `\n ${jws.match(/.{1,60}/g)?.join("\n  ")}\n`, shown(jws, receipt)]) {
      expect(await checkReceipt(text, keys)).toEqual(valid);
    }
  });

  test("is altered when one character of any part differs, or what it shows does", async ({
    db,
    sign,
  }) => {
    const jws = await sign();
    const keys = await publishedKeys(db);
    const [header = "", payload = "", signature = ""] = jws.split(".");
    const other = await sign({ erased: [{ category: "messages", rows: 1 }] });

    for (const text of [
      [header, tampered(payload), signature].join("."),
      [header, payload, tampered(signature)].join("."),
      [header, other.split(".")[1], signature].join("."),
      [header, payload, signature.slice(0, -4)].join("."),
      shown(jws, { ...receipt, erased: [] }),
      shown(jws, null),
    ]) {
      expect(await checkReceipt(text, keys), text.slice(-80)).toEqual({ outcome: "altered" });
    }
  });

  test("of a key that is not published is unknown, also when it says it is one that is", async ({
    db,
    sign,
    clock,
  }) => {
    await sign();
    const keys = await publishedKeys(db);
    const vault = createVault(parseMasterKey(randomBytes(32).toString("base64")));
    const forger = createReceiptSigner({ vault, issuer: receipt.issuer, now: clock.now });
    const { forged, keyId } = await inPassing(db, async (tx) => {
      await tx.delete(erasureReceiptKeys);
      const { jws, keyId } = await forger.sign(tx, receipt);
      return { forged: jws, keyId };
    });

    expect(await checkReceipt(forged, keys)).toEqual({ outcome: "unknown_key", keyId });
    const [, payload, signature] = forged.split(".");
    const claimed = { alg: "EdDSA", kid: keys.keys[0]?.kid, typ: "erasure-receipt+jws" };
    const header = Buffer.from(JSON.stringify(claimed)).toString("base64url");
    expect(await checkReceipt([header, payload, signature].join("."), keys)).toEqual({
      outcome: "altered",
    });
  });

  test("is not read out of something else", async ({ db, sign }) => {
    await sign();
    const keys = await publishedKeys(db);
    for (const text of [
      "",
      "no receipt",
      "a.b.c",
      "{}",
      '{"receipt": {}, "signed": 7}',
      '{"receipt": {}, "signed": "a.b.c"}',
      new UnsecuredJWT({ ...receipt }).encode(),
      "x".repeat(300_000),
    ]) {
      expect((await checkReceipt(text, keys)).outcome).toMatch(/^(unreadable|unknown_key)$/);
    }
  });

  test("stays valid when its key is retired, of which nothing is left to sign with", async ({
    db,
    sign,
    system,
    clock,
  }) => {
    const old = await sign();
    clock.advance(1_000);
    const keyId = await rotateReceiptKey(db, { vault: system.vault, now: clock.now });
    const fresh = await sign();
    const keys = await publishedKeys(db);

    expect(keys.keys.map(({ kid }) => kid)).toEqual([keyId, decodeProtectedHeader(old).kid]);
    expect(JSON.stringify(keys)).not.toContain('"d"');
    expect(decodeProtectedHeader(fresh).kid).toBe(keyId);
    expect((await checkReceipt(old, keys)).outcome).toBe("valid");
    expect((await checkReceipt(fresh, keys)).outcome).toBe("valid");
    const stored = await db.select().from(erasureReceiptKeys).orderBy(erasureReceiptKeys.createdAt);
    expect(stored.map(({ sealedPrivateKey }) => sealedPrivateKey === null)).toEqual([true, false]);
  });

  test("is signed with one key when many sign the first ones at once", async ({ db, sign }) => {
    const signed = await Promise.all(Array.from({ length: 8 }, () => sign()));
    expect(new Set(signed).size).toBe(1);
    expect((await publishedKeys(db)).keys).toHaveLength(1);
  });
});

function shown(jws: string, receipt: unknown): string {
  return JSON.stringify({ receipt, signed: jws }, null, 2);
}

/** With another character in the middle, where none is padding. */
function tampered(part: string): string {
  const at = Math.floor(part.length / 2);
  return `${part.slice(0, at)}${part[at] === "A" ? "B" : "A"}${part.slice(at + 1)}`;
}

/** What a transaction sees that is never committed. */
async function inPassing<Value>(
  db: Parameters<typeof publishedKeys>[0],
  work: (tx: Parameters<Parameters<typeof db.transaction>[0]>[0]) => Promise<Value>,
): Promise<Value> {
  const undone = new Error("undone");
  const seen: Value[] = [];
  await db
    .transaction(async (tx) => {
      seen.push(await work(tx));
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
  const [value] = seen;
  if (value === undefined) throw new Error("It saw nothing.");
  return value;
}
