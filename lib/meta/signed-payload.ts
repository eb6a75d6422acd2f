import { z } from "zod";

export type SignedPayloadFault = "payload_malformed" | "algorithm_unsupported" | "user_id_missing";

/** Whom Meta speaks of, by their app-scoped user ID, and when it said so. */
export type SignedPayload = { userId: string; issuedAt: Date | null };

/** The one algorithm Meta documents; an encrypted variant was proposed and withdrawn. */
const algorithm = "HMAC-SHA256";

const Payload = z.record(z.string(), z.unknown());

/** Opaque to us. "0" is Meta's nobody; control characters have no place in an id. */
const UserId = z
  .string()
  .max(128)
  .regex(/^[^\s\p{Cc}]+$/u)
  .refine((id) => !/^0+$/.test(id));

/** Seconds since 1970, as a number or its digits. */
const IssuedAt = z.coerce
  .number<number | string>()
  .int()
  .positive()
  .max(8.64e12)
  .transform((seconds) => new Date(seconds * 1000));

/**
 * Reads what was signed. Call it only once the signature has been found to match.
 *
 * `issued_at` is what Meta says and nobody documents: without a usable one it is null.
 */
export function parseSignedPayload(
  bytes: Uint8Array,
): ({ ok: true } & SignedPayload) | { ok: false; code: SignedPayloadFault } {
  const payload = Payload.safeParse(parseJson(bytes));
  if (!payload.success) return { ok: false, code: "payload_malformed" };
  if (payload.data.algorithm !== algorithm) return { ok: false, code: "algorithm_unsupported" };

  const userId = UserId.safeParse(payload.data.user_id);
  if (!userId.success) return { ok: false, code: "user_id_missing" };

  const issuedAt = IssuedAt.safeParse(payload.data.issued_at);
  return { ok: true, userId: userId.data, issuedAt: issuedAt.success ? issuedAt.data : null };
}

/** Undefined for what is not JSON in UTF-8. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes), keepUserIdDigits);
  } catch {
    return undefined;
  }
}

/** A number above 2^53 loses digits, and would name somebody else: take its digits as written. */
function keepUserIdDigits(key: string, value: unknown, context?: { source?: string }): unknown {
  if (key !== "user_id" || typeof value !== "number") return value;

  const digits = context?.source ?? (Number.isSafeInteger(value) ? String(value) : "");
  return /^[0-9]+$/.test(digits) ? digits : undefined;
}
