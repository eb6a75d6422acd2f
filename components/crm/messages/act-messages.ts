/** Copy for what can befall any act. */
export const actMessages = {
  /** For everything that is no refusal: the network, or a fault of ours. */
  failed: "That did not work just now. Please try again in a moment.",
} as const;
