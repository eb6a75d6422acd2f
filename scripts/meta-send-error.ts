/** Meta can't be played as asked; the message says why, and what to do about it. */
export class MetaSendError extends Error {
  override readonly name = "MetaSendError";
}
