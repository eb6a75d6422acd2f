import { Socket } from "node:net";
import { ReadyReader } from "./ready-reader";

/** For so long after its end, and after each write since, a connection refuses what is written to it before it closes. */
const patienceMilliseconds = 250;

/**
 * Where no statement seems to be under way, its transaction is in the middle of something else, and writes
 * when that is over: it uploads what it reads, say. Not for ever, because it may be the second of two sent
 * together that is under way, after which nothing may come.
 */
const patienceWhenIdleMilliseconds = 60_000;

/**
 * A connection to the server whose loss a transaction under way gets to know before the pool does.
 *
 * The driver writes a transaction's next statement, its own `rollback` at least, to a connection
 * that has closed: an error outside any call, which ends the process
 * (github.com/porsager/postgres/issues/1208). Or, when the pool has connected again by then, it
 * writes it to the new connection, outside any transaction. So where the server's last word was
 * from inside a transaction, the driver is told of an error at once, and of the close when the
 * transaction has written, and then nothing for a moment; what is written until then fails.
 *
 * Not so over TLS, where the driver puts a socket of its own on top.
 */
export class PatientSocket extends Socket {
  /** Where it leads; the driver reads it for TLS. */
  host: string | undefined;
  readonly #answers = new ReadyReader();
  /** Of what was written, how much had been by the last "ready". */
  #bytesAnswered = 0;
  #isClosing = false;

  override push(chunk: Buffer | null): boolean {
    if (chunk !== null && this.#answers.read(chunk)) this.#bytesAnswered = this.bytesWritten;
    return super.push(chunk);
  }

  override emit(event: string | symbol, ...args: unknown[]): boolean {
    if (event !== "close" || this.#isClosing || !this.#answers.isInTransaction) {
      return super.emit(event, ...args);
    }
    const closeAfter = (milliseconds: number) =>
      setTimeout(() => this.emit(event, ...args), milliseconds).unref();
    const isIdle = this.bytesWritten === this.#bytesAnswered;
    let closing = closeAfter(isIdle ? patienceWhenIdleMilliseconds : patienceMilliseconds);
    this.#isClosing = true;
    // Node sets it anew at every turn of a socket's life, so overriding it would not do.
    this.write = () => {
      clearTimeout(closing);
      closing = closeAfter(patienceMilliseconds);
      setImmediate(() => this.#tellOfLoss());
      return true;
    };
    return this.#tellOfLoss();
  }

  #tellOfLoss(): boolean {
    return this.listenerCount("error") > 0 && this.emit("error", new ConnectionLostError());
  }
}

class ConnectionLostError extends Error {
  override readonly name = "ConnectionLostError";
  readonly code = "CONNECTION_CLOSED";

  constructor() {
    super("The connection to the database has ended.");
  }
}
