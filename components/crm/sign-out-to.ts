import { signOut } from "next-auth/react";

/** Ends the session and goes on to `next`, a path of ours, of which next-auth is told nothing: it keeps what it is told. */
export async function signOutTo(next: string): Promise<void> {
  await signOut({ redirect: false, callbackUrl: "/" });
  window.location.assign(next);
}
