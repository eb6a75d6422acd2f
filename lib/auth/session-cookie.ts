import { decode } from "next-auth/jwt";
import { z } from "zod";
import type { SessionSecrets } from "@/lib/crypto";
import { isSecure } from "@/lib/is-secure";

/** All that the cookie says: which row of `sessions` it stands for. */
export const SessionClaims = z.object({ sessionId: z.uuid() });
export type SessionClaims = z.infer<typeof SessionClaims>;

/**
 * The prefix binds the cookie to this host and to https: none beneath or beside it can set it. Browsers
 * refuse a prefixed one without https.
 */
export function sessionCookieName(appUrl: string): string {
  return `${isSecure(appUrl) ? "__Host-" : ""}next-auth.session-token`;
}

/** What it is set with, and taken away with. */
export function cookieOptions(appUrl: string) {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: isSecure(appUrl) } as const;
}

/**
 * Null for a cookie that is missing, expired, forged, or sealed under another secret.
 *
 * @param secrets any of which may have sealed it: while the master key is being replaced, old and new
 * processes serve the same browser.
 */
export async function openSessionCookie(
  value: string | undefined,
  secrets: SessionSecrets,
): Promise<SessionClaims | null> {
  if (value === undefined) return null;
  for (const secret of secrets) {
    const claims = SessionClaims.safeParse(await decodeWith(secret, value));
    if (claims.success) return claims.data;
  }
  return null;
}

async function decodeWith(secret: string, token: string) {
  try {
    return await decode({ token, secret });
  } catch {
    return null;
  }
}
