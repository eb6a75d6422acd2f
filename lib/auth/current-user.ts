import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { now } from "@/lib/clock";
import { database } from "@/lib/database";
import { env } from "@/lib/env";
import { safely } from "@/lib/safely";
import { type CurrentUser, findSessionUser } from "./find-session-user";
import { openSessionCookie, sessionCookieName } from "./session-cookie";
import { sessionSecrets } from "./session-secret";

/**
 * Who is signed in, asked of the database once for each request.
 *
 * The cookie is read here rather than by next-auth's `getServerSession`, which would seal a new
 * cookie for every question and cannot set it while a page renders.
 */
export const currentUser = cache(async (): Promise<CurrentUser | null> => {
  const cookie = (await cookies()).get(sessionCookieName(env().APP_URL));
  const claims = await openSessionCookie(cookie?.value, sessionSecrets());
  if (claims === null) return null;

  return await safely("current-user", () =>
    findSessionUser({ db: database().db, now }, claims.sessionId),
  );
});
