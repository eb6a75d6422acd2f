/** One message, ready to go. `id` is ours, and makes sending it twice the same as sending it once. */
export type OutgoingMail = {
  id: string;
  to: string;
  replyTo: string;
  subject: string;
  html: string;
  text: string;
};

/**
 * What the provider said. A code is one of its own words, never its message: that may quote the
 * address. `retryAfterSeconds` is null when trying again would bring the same answer.
 */
export type Delivery =
  | { ok: true; providerId: string }
  | { ok: false; code: string; retryAfterSeconds: number | null };

/** Hands a mail to the provider. Never throws for what the provider or the network does. */
export type Mailer = { send(mail: OutgoingMail): Promise<Delivery> };
