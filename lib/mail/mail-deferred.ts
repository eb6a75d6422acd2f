/**
 * The mail is still queued: the provider, or the way to it, could not take it now.
 *
 * Thrown, so that a queue which knows nothing of mails tries again by itself. One that does waits
 * at least `retryAfterSeconds`.
 */
export class MailDeferred extends Error {
  override readonly name = "MailDeferred";

  constructor(
    readonly mailId: string,
    readonly code: string,
    readonly retryAfterSeconds: number,
  ) {
    super(`Mail ${mailId} is deferred by ${retryAfterSeconds} s: ${code}.`);
  }
}
