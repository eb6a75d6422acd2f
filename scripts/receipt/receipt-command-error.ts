/** What the person at the terminal can do something about. */
export class ReceiptCommandError extends Error {
  override readonly name = "ReceiptCommandError";
}
