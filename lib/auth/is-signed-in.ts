import { env } from "@/lib/env";
import { sessionCookieName } from "./session-cookie";

/** Whether an answer with these headers signs the browser in. */
export function isSignedIn(headers: Headers): boolean {
  const name = sessionCookieName(env().APP_URL);
  return headers.getSetCookie().some((cookie) => cookie.startsWith(`${name}=ey`));
}
