/** No mail can be sent as asked; the message says why, and what to do about it. */
export class MailSendError extends Error {
  override readonly name = "MailSendError";
}
