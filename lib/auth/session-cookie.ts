import { decode } from "next-auth/jwt";
import { z } from "zod";

/** All that the cookie says: which row of `sessions` it stands for. */
export const SessionClaims = z.object({ sessionId: z.uuid() });
export type SessionClaims = z.infer<typeof SessionClaims>;

/** The name next-auth gives it; browsers refuse the prefixed one without https. */
export function sessionCookieName(appUrl: string): string {
  return `${isSecure(appUrl) ? "__Secure-" : ""}next-auth.session-token`;
}

/** Whether cookies may travel over https only. */
export function isSecure(appUrl: string): boolean {
  return new URL(appUrl).protocol === "https:";
}

/** Null for a cookie that is missing, expired, forged, or sealed under another secret. */
export async function openSessionCookie(
  value: string | undefined,
  secret: string,
): Promise<SessionClaims | null> {
  if (value === undefined) return null;
  try {
    return SessionClaims.safeParse(await decode({ token: value, secret })).data ?? null;
  } catch {
    return null;
  }
}
