import { Socket } from "node:net";
import { MessageReader } from "./message-reader";

/** For so long after its end, and after each write since, a connection refuses what is written to it before it closes. */
const patienceMilliseconds = 250;

/**
 * Where no statement is under way, its transaction is in the middle of something else, and writes when that is
 * over. Not for longer, because one that had only just begun may write nothing until it hears of the close.
 */
const patienceWhenIdleMilliseconds = 2_000;

/** Ready for the next statement, outside a transaction or in one: so the server ends every answer. */
const ready = code("Z");
const outside = code("I");

/** What is answered with a "ready". Until one of them is said, the rest of a statement is still to come. */
const answered = [code("S"), code("Q")];
const password = code("p");

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
  /** By the last "ready": what came of an answer since is from the same transaction. */
  #isInTransaction = false;
  /** So many answers are still to come; the first is to the connection itself. */
  #unanswered = 1;
  /** Whether a statement was said in part. */
  #isMidway = false;
  #isClosing = false;

  readonly #answers = new MessageReader((type, first) => {
    if (type !== ready) return;
    this.#isInTransaction = first !== outside;
    this.#unanswered -= 1;
  });

  readonly #said = new MessageReader(
    (type) => {
      const isWhole = answered.includes(type);
      if (isWhole) this.#unanswered += 1;
      this.#isMidway = !isWhole && type !== password;
    },
    { beginsUntyped: true },
  );

  override _write(chunk: Buffer, ...rest: [BufferEncoding, (error?: Error | null) => void]): void {
    this.#said.read(chunk);
    super._write(chunk, ...rest);
  }

  override _writev(...[chunks, callback]: Parameters<NonNullable<Socket["_writev"]>>): void {
    for (const { chunk } of chunks) this.#said.read(chunk);
    super._writev?.(chunks, callback);
  }

  override emit(event: string | symbol, ...args: unknown[]): boolean {
    // What came and was never handed on, because the connection had ended, the driver does not know.
    if (event === "data" && Buffer.isBuffer(args[0])) this.#answers.read(args[0]);
    if (event !== "close" || this.#isClosing || !this.#isInTransaction) {
      return super.emit(event, ...args);
    }
    const closeAfter = (milliseconds: number) =>
      setTimeout(() => this.emit(event, ...args), milliseconds).unref();
    const isSaid = this.writableLength === 0 && !this.#isMidway;
    const isIdle = isSaid && this.#unanswered === 0;
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

function code(type: string): number {
  return type.charCodeAt(0);
}
