import "server-only";
import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { openSessionCookie, type SessionClaims, sessionCookieName } from "./session-cookie";
import { sessionSecrets } from "./session-secret";

/** What the browser's cookie says: which session it stands for, whatever has become of that. */
export async function sessionClaims(): Promise<SessionClaims | null> {
  const cookie = (await cookies()).get(sessionCookieName(env().APP_URL));
  return await openSessionCookie(cookie?.value, sessionSecrets());
}
