import { signIn } from "next-auth/react";

/**
 * Signs in without leaving the page; undefined where the server could not be asked.
 *
 * The address of the page stays out of it: left to itself next-auth sends it along and keeps it in a cookie,
 * and a page that somebody signs in on may have a secret in its address.
 */
export async function signInWithPassword(email: string, password: string) {
  const options = { redirect: false, callbackUrl: "/", email, password };
  return await signIn("credentials", options).catch(() => undefined);
}
