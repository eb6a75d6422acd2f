import { PatientSocket } from "@/db/patient-socket";
import type { Intervention, Passing } from "./intervention";
import { type Message, messageReader, textsIn } from "./protocol";

type Done = (error?: Error | null) => void;

/** What is told of every connection's statements. */
export type Watch = {
  /** @returns the statement's number, from 1. */
  sent(text: string): number;
  /** Told when at least one has been. */
  answered(count: number): void;
  /** Never to be answered: the connection is gone. */
  lost(count: number): void;
};

type Statement = { statement: number; text: string };

/** One answer is due for each of these: the statements since the last. */
type Turn = Statement[];

/**
 * A connection that counts the statements written to it and can be stopped around each.
 *
 * A statement is a simple query or an execution of a prepared one. The answer to it is the server's
 * "ready for query" after it: only then is a statement outside a transaction committed.
 */
export class SeamSocket extends PatientSocket {
  readonly #intervention: Intervention;
  readonly #watch: Watch;
  readonly #readSent = messageReader({ hasStartup: true });
  readonly #readAnswers = messageReader({ hasStartup: false });
  readonly #texts = new Map<string, string>();
  /** The first answer is to the startup. */
  readonly #turns: Turn[] = [[]];
  #turn: Turn = [];
  #bound = "";
  #received: Promise<void> | null = null;

  constructor(intervention: Intervention, watch: Watch) {
    super();
    this.#intervention = intervention;
    this.#watch = watch;
    this.once("close", () => watch.lost([...this.#turns, this.#turn].flat().length));
  }

  override _writev(chunks: { chunk: Buffer; encoding: BufferEncoding }[], done: Done): void {
    const encoding = chunks[0]?.encoding ?? "utf8";
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), encoding, done);
  }

  override _write(chunk: Buffer, encoding: BufferEncoding, done: Done): void {
    this.#send(this.#readSent(chunk), encoding).then(() => done(), done);
  }

  override push(chunk: Buffer | null): boolean {
    const answered = chunk === null ? [] : this.#answered(chunk);
    const stops = answered
      .map((statement) => ({ ...statement, moment: "after" as const }))
      .filter((passing) => this.#intervention.at(passing));
    if (stops.length === 0 && this.#received === null) return super.push(chunk);
    this.#received = this.#receive(this.#received, stops, chunk);
    return true;
  }

  async #receive(earlier: Promise<void> | null, stops: Passing[], chunk: Buffer | null) {
    await earlier;
    for (const passing of stops) await this.#intervention.act(passing);
    super.push(chunk);
  }

  async #send(messages: readonly Message[], encoding: BufferEncoding): Promise<void> {
    let unsent: Buffer[] = [];
    const flush = async () => {
      const bytes = Buffer.concat(unsent);
      unsent = [];
      if (bytes.length > 0) await this.#forward(bytes, encoding);
    };
    const stop = async (passing: Passing) => {
      if (!this.#intervention.at(passing)) return;
      await flush();
      await this.#intervention.act(passing);
    };
    for (const message of messages) {
      const statement = this.#statementIn(message);
      if (statement !== null) await stop({ ...statement, moment: "before" });
      unsent.push(message.bytes);
      if (message.type !== "Q" && message.type !== "S") continue;
      const turn = this.#turn;
      this.#turn = [];
      this.#turns.push(turn);
      for (const sent of turn) await stop({ ...sent, moment: "during" });
    }
    await flush();
  }

  #forward(bytes: Buffer, encoding: BufferEncoding): Promise<void> {
    return new Promise((resolve, reject) => {
      super._write(bytes, encoding, (error) => (error ? reject(error) : resolve()));
    });
  }

  #statementIn(message: Message): Statement | null {
    const { type } = message;
    if (type === "P") {
      const [name = "", text = ""] = textsIn(message, 2);
      this.#texts.set(name, text);
    }
    if (type === "B") this.#bound = this.#texts.get(textsIn(message, 2)[1] ?? "") ?? "";
    if (type !== "Q" && type !== "E") return null;
    const text = type === "Q" ? (textsIn(message, 1)[0] ?? "") : this.#bound;
    const statement = { statement: this.#watch.sent(text), text };
    this.#turn.push(statement);
    return statement;
  }

  #answered(chunk: Buffer): Statement[] {
    const answered = this.#readAnswers(chunk).flatMap(({ type }) =>
      type === "Z" ? (this.#turns.shift() ?? []) : [],
    );
    if (answered.length > 0) this.#watch.answered(answered.length);
    return answered;
  }
}
