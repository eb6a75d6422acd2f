/** What stands around every public page, and the pages that say that something went amiss. */
export const site = {
  skipLabel: "Skip to the content",
  footer: "{legalName}, {address}",
  languages: "Language",
  /** A moment in UTC; both parts are written by the rules of the language. */
  moment: "{day} at {time} UTC",
  /** While there is no connection: on every page, over its foot. */
  offline:
    "You are offline. Nothing can be sent, and what you see may be out of date. What you typed stays here: send it once you are connected again.",
  notFound: {
    title: "There is nothing at this address",
    text: "The link may be old, or mistyped. Check the address, or start again from here.",
    deletionLabel: "Data deletion",
  },
  tooMany: {
    title: "You have tried too often",
    text: "More links and codes came from your connection than one person needs. Wait ten minutes, then open this address again. Nothing was changed.",
  },
  error: {
    title: "That did not work",
    text: "Something failed on our side, not on yours. Try again; if it fails once more, come back in a few minutes.",
    reference: "If you write to us, mention this reference:",
    retryLabel: "Try again",
    startLabel: "Data deletion",
  },
} as const;
