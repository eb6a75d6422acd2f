/** A mail as it came in. Header names are in small letters. */
export type IncomingMail = {
  from: string;
  subject: string;
  text: string;
  headers: Readonly<Record<string, string>>;
  attachments: readonly { name: string | null; type: string; bytes: number }[];
};

/**
 * What the provider said. A code is one of its own words, never its message. `retryAfterSeconds` is
 * null when asking again would bring the same answer.
 */
export type Reading =
  | { ok: true; mail: IncomingMail }
  | { ok: false; code: string; retryAfterSeconds: number | null };

/** Fetches a mail by the provider's id. Never throws for what the provider or the network does. */
export type MailReader = { read(providerId: string): Promise<Reading> };
