import "server-only";
import { cache } from "react";
import { now } from "@/lib/clock";
import { database } from "@/lib/database";
import { safely } from "@/lib/safely";
import { type CurrentUser, findSessionUser } from "./find-session-user";
import { sessionClaims } from "./session-claims";

/**
 * Who is signed in, asked of the database once for each request.
 *
 * The cookie is read here rather than by next-auth's `getServerSession`, which would seal a new
 * cookie for every question and cannot set it while a page renders.
 */
export const currentUser = cache(async (): Promise<CurrentUser | null> => {
  const claims = await sessionClaims();
  if (claims === null) return null;

  return await safely("current-user", () =>
    findSessionUser({ db: database().db, now }, claims.sessionId),
  );
});
