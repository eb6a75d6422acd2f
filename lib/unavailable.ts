import { randomBytes } from "node:crypto";

/**
 * Something failed, and the log says what, under the reference that the reader is shown.
 *
 * Next shows an error's `digest` to the reader, and makes one up only where there is none.
 */
export class Unavailable extends Error {
  override readonly name = "Unavailable";
  readonly digest = randomBytes(5).toString("hex");

  /** @param isPassing whether the same may well succeed in a moment. */
  constructor(readonly isPassing: boolean) {
    super("Unavailable");
  }
}
