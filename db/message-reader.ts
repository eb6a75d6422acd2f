/** Told of a message: its type, and its body's first byte where it has one. */
type Heard = (type: number, first: number | undefined) => void;

const lengthBytes = 4;

/**
 * Follows one side of a connection to the server message by message: a type of one byte, a length that counts
 * itself, a body (www.postgresql.org/docs/current/protocol-message-formats.html). Who connects says one
 * without a type first.
 *
 * By the ends of what comes nothing can be told: a warning, or the reason of the connection's end, may come in
 * one piece with the answer before it.
 */
export class MessageReader {
  readonly #heard: Heard;
  #typeBytes: 0 | 1;
  /** The beginning of a message of which too little has come. */
  #rest: Buffer = Buffer.alloc(0);
  /** How much of a message is still to come. */
  #toSkip = 0;

  constructor(heard: Heard, { beginsUntyped = false } = {}) {
    this.#heard = heard;
    this.#typeBytes = beginsUntyped ? 0 : 1;
  }

  read(chunk: Buffer): void {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = this.#toSkip;
    for (;;) {
      const body = at + this.#typeBytes + lengthBytes;
      if (body > bytes.length) break;
      const length = bytes.readUInt32BE(at + this.#typeBytes);
      const isEmpty = length <= lengthBytes;
      if (!isEmpty && body === bytes.length) break;
      const type = bytes[at];
      if (this.#typeBytes === 1 && type !== undefined) {
        this.#heard(type, isEmpty ? undefined : bytes[body]);
      }
      at += this.#typeBytes + length;
      this.#typeBytes = 1;
    }
    this.#rest = Buffer.from(bytes.subarray(at));
    this.#toSkip = Math.max(0, at - bytes.length);
  }
}
