import "server-only";
import { database } from "@/lib/database";
import { safely } from "@/lib/safely";
import { endSession } from "./end-session";
import { forgetSessionCookie } from "./forget-session-cookie";
import { sessionClaims } from "./session-claims";

/** Ends the session that the browser's cookie names, and takes the cookie away. Repeatable. */
export async function signOut(): Promise<void> {
  const claims = await sessionClaims();
  if (claims !== null) {
    await safely("sign-out", () => endSession(database().db, claims.sessionId));
  }
  await forgetSessionCookie();
}
