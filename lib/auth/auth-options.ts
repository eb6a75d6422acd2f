import "server-only";
import type { AuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { now } from "@/lib/clock";
import { database } from "@/lib/database";
import { env } from "@/lib/env";
import { erasureContext } from "@/lib/erasure-context";
import { isSecure } from "@/lib/is-secure";
import { log } from "@/lib/log";
import { clientAddressHeader } from "@/lib/rate-limits/client-address-header";
import { signInsOfOne } from "@/lib/rate-limits/client-limits";
import { clientNetwork } from "@/lib/rate-limits/client-network";
import { countTry, forgetTries } from "@/lib/rate-limits/count-try";
import { safely } from "@/lib/safely";
import { endSession } from "./end-session";
import { findSessionUser } from "./find-session-user";
import { Credentials, openSession } from "./open-session";
import {
  cookieOptions,
  openSessionCookie,
  SessionClaims,
  sessionCookieName,
} from "./session-cookie";
import { sessionDays } from "./session-days";
import { sessionSecrets } from "./session-secret";

const BrowserHeaders = z
  .object({ "user-agent": z.string().optional(), [clientAddressHeader]: z.string().optional() })
  .catch({});

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
        authorize: (credentials, { headers }) => signIn(credentials, BrowserHeaders.parse(headers)),
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

const tooMany = "TooManyTries";

/**
 * What next-auth calls the user is the session: its id is all that the token is to hold.
 *
 * @throws with a message that says nothing: next-auth puts it into an address.
 */
async function signIn(
  credentials: unknown,
  headers: z.infer<typeof BrowserHeaders>,
): Promise<{ id: string } | null> {
  const parsed = Credentials.safeParse(credentials);
  if (!parsed.success) return null;

  const userAgent = headers["user-agent"] ?? null;
  const outcome = await safely("sign-in", async () => {
    const { db, vault } = erasureContext({ type: "requester" });
    // Of the address as it was typed: there is a count whether or not somebody has it.
    const who = vault.digest("email", parsed.data.email);
    const network = clientNetwork(headers[clientAddressHeader] ?? "");
    const whoHere = vault.digest("client", `${who} ${network}`);
    if (!(await countTry(db, signInsOfOne.here, whoHere))) return tooMany;
    if (!(await countTry(db, signInsOfOne.anywhere, who))) return tooMany;

    const id = await openSession(present(), parsed.data, { userAgent });
    if (id === null) return null;
    await forgetTries(db, signInsOfOne.here, whoHere);
    await forgetTries(db, signInsOfOne.anywhere, who);
    return { id };
  });
  if (outcome === tooMany) throw new Error(tooMany);
  return outcome;
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
