import "server-only";
import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { now } from "@/lib/clock";
import { database } from "@/lib/database";
import { env } from "@/lib/env";
import { isSecure } from "@/lib/is-secure";
import { log } from "@/lib/log";
import { safely } from "@/lib/safely";
import { endSession } from "./end-session";
import { findSessionUser } from "./find-session-user";
import {
  cookieOptions,
  openSessionCookie,
  SessionClaims,
  sessionCookieName,
} from "./session-cookie";
import { sessionDays } from "./session-days";
import { sessionSecrets } from "./session-secret";
import { signIn } from "./sign-in";

/**
 * Signing in and out with next-auth. Its token holds the id of a row of `sessions` and nothing
 * else, so deleting the row signs the browser out, wherever the cookie has been copied to.
 *
 * Made per request and not on import: a build has no environment.
 */
export function authOptions(): AuthOptions {
  const { APP_URL } = env();
  // next-auth has no option for its own address and would fall back to a guess.
  process.env.NEXTAUTH_URL = APP_URL;
  const secrets = sessionSecrets();

  return {
    secret: secrets[0],
    useSecureCookies: isSecure(APP_URL),
    cookies: {
      sessionToken: { name: sessionCookieName(APP_URL), options: cookieOptions(APP_URL) },
    },
    session: { strategy: "jwt", maxAge: sessionDays * 86_400 },
    jwt: { decode: async ({ token }) => await openSessionCookie(token, secrets) },
    pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in" },
    logger: { error: logError, warn: () => {}, debug: () => {} },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        authorize: (credentials, { headers }) => sessionFor(credentials, headers),
      }),
    ],
    callbacks: {
      jwt: async ({ token, user }) => (user ? { sessionId: user.id } : await checkToken(token)),
      session: ({ session: { expires } }) => ({ expires }),
    },
    events: {
      signOut: async ({ token }) => {
        const claims = SessionClaims.safeParse(token);
        if (!claims.success) return;
        await safely("sign-out", () => endSession(database().db, claims.data.sessionId));
      },
    },
  };
}

/**
 * What next-auth calls the user is the session: its id is all that the token is to hold.
 *
 * @throws with a message that says nothing: next-auth puts it into an address.
 */
async function sessionFor(credentials: unknown, headers: unknown): Promise<{ id: string } | null> {
  const outcome = await signIn(credentials, headers);
  if (outcome === "too_many_tries") throw new Error("TooManyTries");
  return outcome === "wrong" ? null : outcome;
}

/** @throws once the session has ended; next-auth then clears the cookie. */
async function checkToken(token: unknown): Promise<SessionClaims> {
  const claims = SessionClaims.parse(token);
  const user = await safely("check-token", () => findSessionUser(present(), claims.sessionId));
  if (user === null) throw new Error("The session has ended.");
  return claims;
}

function present() {
  return { db: database().db, now };
}

/** A client may send a code of its own, so it is checked; a session that ended is no error. */
function logError(code: string): void {
  if (code === "JWT_SESSION_ERROR") return;
  log.error("next-auth", { code: /^[A-Z_]{1,40}$/.test(code) ? code : "UNKNOWN" });
}
