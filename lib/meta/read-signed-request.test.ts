import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createSignedRequest } from "./create-signed-request";
import { readSignedRequest } from "./read-signed-request";

const secret = "a quiet secret";
const issuedAt = new Date("2026-03-01T12:00:00Z");
const claims = { algorithm: "HMAC-SHA256", issued_at: issuedAt.getTime() / 1000, user_id: "77001" };
const accepted = { ok: true, userId: "77001", issuedAt, secretIndex: 0 };

describe("a signed request is read", () => {
  test("as Meta makes it today", () => {
    expect(read(createSignedRequest({ userId: "77001", issuedAt }, secret))).toEqual(accepted);
  });

  test("with padding on both parts, signed over", () => {
    const payload = padded(encode(JSON.stringify(claims)));
    expect(payload).toMatch(/=$/);
    expect(read(`${padded(sign(payload))}.${payload}`)).toEqual(accepted);
  });

  test("with padding on one part only", () => {
    const payload = encode(JSON.stringify(claims));
    expect(read(`${padded(sign(payload))}.${payload}`)).toEqual(accepted);
    expect(read(`${sign(padded(payload))}.${padded(payload)}`)).toEqual(accepted);
  });

  test("with a signature in standard base64, also when a form turned its plus into a space", () => {
    const payload = encodeUntil((encoded) => /[+].*[/]|[/].*[+]/.test(standard(sign(encoded))));
    const raw = `${standard(sign(payload))}.${payload}`;

    expect(read(raw)).toMatchObject({ ok: true });
    expect(read(raw.replaceAll("+", " "))).toMatchObject({ ok: true });
  });

  test("with a payload in standard base64 whose plus became a space", () => {
    const payload = Buffer.from(JSON.stringify({ ...claims, user: "~~~>>>???" })).toString(
      "base64",
    );
    expect(payload).toContain("+");
    expect(read(`${sign(payload)}.${payload}`.replaceAll("+", " "))).toEqual(accepted);
  });

  test.for([
    ["77001", "77001"],
    ["9007199254740993", "9007199254740993"],
    ["1234567890123456789012", "1234567890123456789012"],
    ['"10229871502214401"', "10229871502214401"],
  ] as const)("with the user id %s, without losing a digit", ([json, userId]) => {
    expect(readJson(`{"algorithm":"HMAC-SHA256","user_id":${json}}`)).toMatchObject({ userId });
  });

  test("without expires and without a usable issued_at", () => {
    for (const issued_at of [undefined, null, "soon", -1, 1.5, 1e300]) {
      expect(readJson(JSON.stringify({ ...claims, issued_at }))).toEqual({
        ...accepted,
        issuedAt: null,
      });
    }
    expect(readJson(JSON.stringify({ ...claims, issued_at: String(claims.issued_at) }))).toEqual(
      accepted,
    );
  });

  test("under any secret in use, and says which", () => {
    const raw = createSignedRequest({ userId: "77001", issuedAt }, secret);
    expect(readSignedRequest(raw, ["newest", "newer", secret])).toMatchObject({ secretIndex: 2 });
  });
});

test("every secret is tried, whichever of them matches", () => {
  const raw = createSignedRequest({ userId: "77001", issuedAt }, secret);
  const tried: string[] = [];
  const secrets = new Proxy([secret, "older", "oldest"], {
    get(list, key, receiver) {
      if (typeof key === "string" && /^\d+$/.test(key)) tried.push(key);
      return Reflect.get(list, key, receiver);
    },
  });

  expect(readSignedRequest(raw, secrets)).toMatchObject({ secretIndex: 0 });
  expect(tried).toEqual(["0", "1", "2"]);
});

describe("a signed request is refused", () => {
  test.for([null, undefined, "", new File(["x"], "x")])("as missing when it is %o", (raw) => {
    expect(readSignedRequest(raw, [secret])).toEqual({ ok: false, code: "missing" });
  });

  test.for([
    ["no dot", "abcdef"],
    ["no signature", `.${encode("{}")}`],
    ["no payload", `${sign("")}.`],
    ["only a dot", "."],
    ["a third part", `${createSignedRequest({ userId: "1", issuedAt }, secret)}.c`],
    ["a third part that is empty", `${createSignedRequest({ userId: "1", issuedAt }, secret)}.`],
    ["another alphabet in the signature", `${sign("abcd").slice(1)}!.abcd`],
    ["another alphabet in an authentic payload", `${sign("ab!d")}.ab!d`],
    ["a line break in an authentic payload", `${sign("abcd\n")}.abcd\n`],
    ["padding in the middle", `${sign("ab=d")}.ab=d`],
    ["a length that base64 cannot have", `${sign("abcde")}.abcde`],
  ] as const)("as malformed with %s", ([, raw]) => {
    expect(read(raw)).toEqual({ ok: false, code: "malformed" });
  });

  test("when the signature is somebody else's, too short, too long or over other bytes", () => {
    const payload = encode(JSON.stringify(claims));
    const foreign = createHmac("sha256", "another").update(payload).digest("base64url");
    const overDecoded = createHmac("sha256", secret)
      .update(JSON.stringify(claims))
      .digest("base64url");
    const overUnpadded = `${sign(payload)}.${padded(payload)}`;
    for (const raw of [
      `${foreign}.${payload}`,
      `${sign(payload).slice(0, 40)}.${payload}`,
      `${sign(payload)}AAAA.${payload}`,
      `${overDecoded}.${payload}`,
      overUnpadded,
    ]) {
      expect(read(raw)).toEqual({ ok: false, code: "signature_mismatch" });
    }
  });

  test("when no secret is configured, and under an empty one", () => {
    const raw = createSignedRequest({ userId: "77001", issuedAt }, "");
    expect(readSignedRequest(raw, [])).toMatchObject({ code: "signature_mismatch" });
    expect(readSignedRequest(raw, ["", secret])).toMatchObject({ code: "signature_mismatch" });
  });

  test.for(["false", "null", "[]", '"text"', "12", "{", " "])(
    "as malformed when it signs %j instead of an object",
    (json) => {
      expect(readJson(json)).toEqual({ ok: false, code: "payload_malformed" });
    },
  );

  test("when the payload is not UTF-8", () => {
    const payload = Buffer.from([0x7b, 0xff, 0x7d]).toString("base64url");
    expect(read(`${sign(payload)}.${payload}`)).toMatchObject({ code: "payload_malformed" });
  });

  test.for([undefined, null, "none", "HMAC-SHA512", "HMAC-SHA256a", "AES-256-CBC HMAC-SHA256", 1])(
    "with the algorithm %j",
    (algorithm) => {
      expect(readJson(JSON.stringify({ ...claims, algorithm }))).toEqual({
        ok: false,
        code: "algorithm_unsupported",
      });
    },
  );

  test.for([
    "null",
    '""',
    '"0"',
    "0",
    "-5",
    "1.5",
    "1e3",
    "true",
    "{}",
    "[1]",
    '" 12"',
    '"1\\u0000"',
  ])("with the user id %s", (json) => {
    expect(readJson(`{"algorithm":"HMAC-SHA256","user_id":${json}}`)).toEqual({
      ok: false,
      code: "user_id_missing",
    });
  });

  test("without a user id", () => {
    expect(readJson('{"algorithm":"HMAC-SHA256","user":{"user_id":"7"}}')).toEqual({
      ok: false,
      code: "user_id_missing",
    });
  });
});

function read(raw: string) {
  return readSignedRequest(raw, [secret]);
}

function readJson(json: string) {
  const payload = encode(json);
  return read(`${sign(payload)}.${payload}`);
}

function encode(text: string): string {
  return Buffer.from(text).toString("base64url");
}

function sign(payload: string): string {
  return createHmac("sha256", secret).update(payload).digest("base64url");
}

function padded(encoded: string): string {
  return encoded.padEnd(Math.ceil(encoded.length / 4) * 4, "=");
}

function standard(encoded: string): string {
  return padded(encoded).replaceAll("-", "+").replaceAll("_", "/");
}

/** A payload whose signature happens to have the property that a test is about. */
function encodeUntil(isWanted: (encoded: string) => boolean): string {
  for (let nonce = 0; ; nonce++) {
    const encoded = encode(JSON.stringify({ ...claims, nonce }));
    if (isWanted(encoded)) return encoded;
  }
}
