/** Copy of the pages that stand outside every area. */
export const pageMessages = {
  shell: {
    brand: "Lethe",
    skipLabel: "Skip to the content",
    footer: "Customer conversations, and a true way to forget them.",
  },
  notFound: {
    title: "There is nothing at this address",
    text: "The link may be old, or mistyped. Check the address, or start again from one of these.",
    startLabel: "Go to the start",
    deletionLabel: "Data deletion",
  },
  error: {
    title: "That did not work",
    text: "Something failed on our side, not on yours. Try again; if it fails once more, come back in a few minutes.",
    reference: "If you write to us, mention this reference:",
    retryLabel: "Try again",
    startLabel: "Go to the start",
  },
} as const;
