const ready = "Z".charCodeAt(0);
const outside = "I".charCodeAt(0);
/** A message's type, and its length, which counts itself and not the type. */
const headerLength = 5;

/**
 * Follows what the server says to the ends of its answers: "ready for query", outside a transaction or in one
 * (www.postgresql.org/docs/current/protocol-message-formats.html).
 *
 * Message by message, because a warning or the reason of the connection's end may come in one piece with the
 * answer before it.
 */
export class ReadyReader {
  /** The beginning of a message whose header has not come whole. */
  #rest: Buffer = Buffer.alloc(0);
  /** How much of a message is still to come. */
  #toSkip = 0;
  #isInTransaction = false;

  /** By the last "ready": what came of an answer since is from the same transaction. */
  get isInTransaction(): boolean {
    return this.#isInTransaction;
  }

  /** @returns whether an answer ended in what came. */
  read(chunk: Buffer): boolean {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = this.#toSkip;
    let hasEnded = false;
    while (at + headerLength < bytes.length) {
      if (bytes[at] === ready) {
        this.#isInTransaction = bytes[at + headerLength] !== outside;
        hasEnded = true;
      }
      at += 1 + bytes.readUInt32BE(at + 1);
    }
    this.#rest = Buffer.from(bytes.subarray(at));
    this.#toSkip = Math.max(0, at - bytes.length);
    return hasEnded;
  }
}
