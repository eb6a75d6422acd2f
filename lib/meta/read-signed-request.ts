import { createHmac, timingSafeEqual } from "node:crypto";
import { parseSignedPayload, type SignedPayload, type SignedPayloadFault } from "./signed-payload";

export type SignedRequestFault =
  | "missing"
  | "malformed"
  | "signature_mismatch"
  | SignedPayloadFault;

/** `secretIndex` says which secret of the list it was signed with: 0 is the newest. */
export type SignedRequest =
  | ({ ok: true; secretIndex: number } & SignedPayload)
  | { ok: false; code: SignedRequestFault };

const digestBytes = 32;
const encodedPart = /^[A-Za-z0-9+/_-]+={0,2}$/;

/**
 * Reads Meta's `signed_request` form field: `<signature>.<payload>`, signed with an app's secret.
 *
 * Both parts may be base64 or base64url, padded or not. The signature is over the payload as
 * transmitted, so nothing is normalised before it, and nothing is parsed before it matches.
 *
 * @param secrets every secret in use, the newest first; an empty one never matches.
 */
export function readSignedRequest(
  raw: FormDataEntryValue | null | undefined,
  secrets: readonly string[],
): SignedRequest {
  if (typeof raw !== "string" || raw === "") return { ok: false, code: "missing" };

  // A `+` that nobody escaped arrives as a space: base64 knows no other way to contain one.
  const [signature, payload, ...rest] = raw.replaceAll(" ", "+").split(".");
  if (!isEncoded(signature) || !isEncoded(payload) || rest.length > 0) {
    return { ok: false, code: "malformed" };
  }

  const secretIndex = findSecret(decode(signature), payload, secrets);
  if (secretIndex === -1) return { ok: false, code: "signature_mismatch" };

  const parsed = parseSignedPayload(decode(payload));
  return parsed.ok ? { ...parsed, secretIndex } : parsed;
}

/** `Buffer.from` skips what it does not understand, so the alphabet is checked beforehand. */
function isEncoded(part: string | undefined): part is string {
  return part !== undefined && encodedPart.test(part) && part.replace(/=+$/, "").length % 4 !== 1;
}

/** Node's base64url reads the standard alphabet too. */
function decode(part: string): Buffer {
  return Buffer.from(part, "base64url");
}

/**
 * -1 when none of them signed it. Every secret is tried whatever matches, so that the time an answer
 * takes does not tell which of them did.
 */
function findSecret(signature: Buffer, payload: string, secrets: readonly string[]): number {
  if (signature.length !== digestBytes) return -1;

  return secrets.map((secret) => isSignedWith(secret, signature, payload)).indexOf(true);
}

function isSignedWith(secret: string, signature: Buffer, payload: string): boolean {
  const expected = createHmac("sha256", secret).update(payload).digest();
  return timingSafeEqual(signature, expected) && secret !== "";
}
