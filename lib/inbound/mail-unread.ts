/** The provider could not give a mail out now: it stays unread, and the queue tries again. */
export class MailUnread extends Error {
  override readonly name = "MailUnread";

  constructor(
    readonly inboundMailId: string,
    readonly code: string,
  ) {
    super(`Mail ${inboundMailId} is not read yet: ${code}.`);
  }
}
