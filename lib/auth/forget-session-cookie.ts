import "server-only";
import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { cookieOptions, sessionCookieName } from "./session-cookie";

/** Takes the cookie of a session that has ended out of the browser, with the attributes it was set with. */
export async function forgetSessionCookie(): Promise<void> {
  const { APP_URL } = env();
  (await cookies()).set(sessionCookieName(APP_URL), "", {
    ...cookieOptions(APP_URL),
    maxAge: 0,
  });
}
