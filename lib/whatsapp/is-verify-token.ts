import { createHash, timingSafeEqual } from "node:crypto";

/** Whether this is the token that was agreed on with Meta; takes as long for every other. */
export function isVerifyToken(given: string | null, agreed: string): boolean {
  return timingSafeEqual(digestOf(given ?? ""), digestOf(agreed));
}

function digestOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
