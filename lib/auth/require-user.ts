import "server-only";
import { redirect } from "next/navigation";
import { safeNextPath } from "@/lib/crm/safe-next-path";
import { currentUser } from "./current-user";
import type { CurrentUser } from "./find-session-user";
import { hasSessionCookie } from "./has-session-cookie";

/**
 * Who is signed in; anybody else is sent to sign in first, by way of the place that clears the
 * cookie where their session has ended: a page that renders cannot.
 *
 * @param next where to go on afterwards: a path of ours, anything else is ignored.
 */
export async function requireUser(next?: string): Promise<CurrentUser> {
  const user = await currentUser();
  if (user !== null) return user;

  const path = safeNextPath(next);
  const page = (await hasSessionCookie()) ? "/sign-in/ended" : "/sign-in";
  redirect(path === "/" ? page : `${page}?next=${encodeURIComponent(path)}`);
}
