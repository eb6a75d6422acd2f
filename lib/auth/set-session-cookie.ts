import "server-only";
import { cookies } from "next/headers";
import { encode } from "next-auth/jwt";
import { now } from "@/lib/clock";
import { env } from "@/lib/env";
import { cookieOptions, sessionCookieName } from "./session-cookie";
import { sessionDays } from "./session-days";
import { sessionSecrets } from "./session-secret";

/** Gives the browser the cookie of a session, as next-auth gives it to one that signs in by script. */
export async function setSessionCookie(sessionId: string): Promise<void> {
  const { APP_URL } = env();
  const maxAge = sessionDays * 86_400;
  const [secret] = sessionSecrets();
  const sealed = await encode({ token: { sessionId }, secret, maxAge });
  (await cookies()).set(sessionCookieName(APP_URL), sealed, {
    ...cookieOptions(APP_URL),
    expires: new Date(now().getTime() + maxAge * 1_000),
  });
}
