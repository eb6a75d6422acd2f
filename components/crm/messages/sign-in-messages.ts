/** Copy of the sign-in page. */
export const signInMessages = {
  ended: "You were signed out here: the session has ended. Sign in again to go on.",
} as const;
