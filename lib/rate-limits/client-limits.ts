import type { Limit } from "./limit";

/**
 * What one client may do in a span of time: everybody behind one IPv4 address or in one IPv6 network,
 * which may be a whole office. `RATE_LIMIT_FACTOR` multiplies them.
 *
 * What is signed by Meta or by the mail provider is under no limit: it would be lost.
 */
export const clientLimits = {
  /** Sign-ins that failed. */
  signIn: { name: "client-sign-in", tries: 50, seconds: 15 * 60 },
  /** Forms without a fault; each may bring a mail. */
  form: { name: "client-form", tries: 30, seconds: 10 * 60 },
  /** Links asked for again; each may bring a mail. */
  newLink: { name: "client-new-link", tries: 10, seconds: 10 * 60 },
  /** Links and codes that led nowhere. */
  miss: { name: "client-miss", tries: 60, seconds: 10 * 60 },
  /** Receipts looked at. */
  receipt: { name: "client-receipt", tries: 60, seconds: 10 * 60 },
  /** Callbacks and webhooks that were not signed, or said nothing that was understood. */
  unsigned: { name: "client-unsigned", tries: 60, seconds: 10 * 60 },
} as const satisfies Record<string, Limit>;

/** Forms of everybody together: what a flood from many addresses may take of the mail quota. */
export const formsOfAll = { name: "forms", tries: 600, seconds: 60 * 60 } satisfies Limit;

/**
 * What is kept for everybody else once a few have taken all of those: one form of each client, and as many again
 * in all. So four addresses that flood the form keep nobody from it.
 */
export const formsKept = {
  each: { name: "client-form-kept", tries: 1, seconds: 60 * 60 },
  all: { name: "forms-kept", tries: 600, seconds: 60 * 60 },
} as const satisfies Record<string, Limit>;

/**
 * Mails of everybody together that open a request by themselves, and so bring a mail to whoever they name as
 * their sender. Those beyond wait for an operator.
 */
export const mailsOfAll = { name: "mails", tries: 300, seconds: 60 * 60 } satisfies Limit;

/**
 * Tries for one account, from one client and from all, until one is right. A single client that tries shuts
 * itself out and not the account's owner; a hundred tries are what NIST SP 800-63B lets an account have.
 */
export const signInsOfOne = {
  here: { name: "sign-in", tries: 10, seconds: 15 * 60 },
  anywhere: { name: "sign-in-anywhere", tries: 100, seconds: 60 * 60 },
} as const satisfies Record<string, Limit>;

export type ClientLimit = (typeof clientLimits)[keyof typeof clientLimits] | typeof formsKept.each;
