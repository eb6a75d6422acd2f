import "server-only";
import { cookies } from "next/headers";
import { database } from "@/lib/database";
import { env } from "@/lib/env";
import { safely } from "@/lib/safely";
import { endSession } from "./end-session";
import { forgetSessionCookie } from "./forget-session-cookie";
import { openSessionCookie, sessionCookieName } from "./session-cookie";
import { sessionSecrets } from "./session-secret";

/** Ends the session that the browser's cookie names, and takes the cookie away. Repeatable. */
export async function signOut(): Promise<void> {
  const cookie = (await cookies()).get(sessionCookieName(env().APP_URL));
  const claims = await openSessionCookie(cookie?.value, sessionSecrets());
  if (claims !== null) {
    await safely("sign-out", () => endSession(database().db, claims.sessionId));
  }
  await forgetSessionCookie();
}
