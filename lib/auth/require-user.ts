import "server-only";
import { redirect } from "next/navigation";
import { safeNextPath } from "@/lib/crm/safe-next-path";
import { currentUser } from "./current-user";
import type { CurrentUser } from "./find-session-user";

/**
 * Who is signed in; anybody else is sent to sign in first.
 *
 * @param next where to go on afterwards: a path of ours, anything else is ignored.
 */
export async function requireUser(next?: string): Promise<CurrentUser> {
  const user = await currentUser();
  if (user !== null) return user;

  const path = safeNextPath(next);
  redirect(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
}
