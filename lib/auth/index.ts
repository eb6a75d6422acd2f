import "server-only";

/** Who is signed in, and what they may do where. Asked of the database every time. */
export { authOptions } from "./auth-options";
export { currentUser } from "./current-user";
export type { Membership } from "./find-membership";
export type { CurrentUser } from "./find-session-user";
export { forgetSessionCookie } from "./forget-session-cookie";
export { isSignedIn } from "./is-signed-in";
export { membershipOf } from "./membership-of";
export { requireOperator } from "./require-operator";
export { requireUser } from "./require-user";
export { setSessionCookie } from "./set-session-cookie";
export { signIn } from "./sign-in";
export { signOut } from "./sign-out";
export { tryToSignIn } from "./try-to-sign-in";
