import { createHmac, timingSafeEqual } from "node:crypto";

const signatureHeader = /^sha256=([0-9a-f]{64})$/i;

/**
 * Whether Meta signed these bytes: `X-Hub-Signature-256` is the HMAC-SHA256 of the body as it was sent.
 *
 * Every secret is tried whatever matches, so that the time an answer takes does not tell which did.
 */
export function isSigned(
  body: Uint8Array,
  header: string | null,
  secrets: readonly string[],
): boolean {
  const hex = signatureHeader.exec(header ?? "")?.[1];
  if (hex === undefined) return false;
  const signature = Buffer.from(hex, "hex");
  return secrets
    .map((secret) => {
      const expected = createHmac("sha256", secret).update(body).digest();
      return timingSafeEqual(signature, expected) && secret !== "";
    })
    .includes(true);
}
