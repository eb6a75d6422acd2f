import "server-only";
import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { sessionCookieName } from "./session-cookie";

/** Whether the browser says that it was signed in once, whatever has become of that. */
export async function hasSessionCookie(): Promise<boolean> {
  return (await cookies()).has(sessionCookieName(env().APP_URL));
}
