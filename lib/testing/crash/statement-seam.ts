import { once } from "node:events";
import type { Socket } from "node:net";
import { type Intervention, noIntervention } from "./intervention";
import type { OutsideCalls } from "./outside-calls";
import { SeamSocket, type Watch } from "./seam-socket";

export type SentStatement = {
  text: string;
  /** Whether no other statement was under way, on any connection, when this one was sent. */
  isAlone: boolean;
  /**
   * Whether nothing has left the process or come to it, on any connection or otherwise, since the last
   * answer. False where nobody looks out for what is otherwise.
   */
  followsAtOnce: boolean;
};

/** A place between the driver and the server that sees every statement of every connection. */
export type StatementSeam = {
  /** The statements so far, in the order in which they were sent. */
  statements: readonly SentStatement[];
  /** For `connect`: the driver takes a factory of sockets, although its types do not say so. */
  options: { max: number; socket: (target: Target) => Promise<Socket> };
};

type Target = { host: string[]; port: number[] };

/** Opens a seam. Each connection made with its options is watched, pipelined statements too. */
export function openSeam(
  intervention: Intervention = noIntervention,
  outside: OutsideCalls | null = null,
): StatementSeam {
  const statements: SentStatement[] = [];
  let underWay = 0;
  /** Whether the last to pass was the answer to all that was under way. */
  let isAnswered = false;
  const watch: Watch = {
    sent(text) {
      underWay += 1;
      const followsAtOnce = isAnswered && outside?.haveHappened() === false;
      isAnswered = false;
      return statements.push({ text, isAlone: underWay === 1, followsAtOnce });
    },
    answered(count) {
      underWay -= count;
      isAnswered = underWay === 0;
      // From here on: what is still under way will be told of when the next is sent.
      outside?.haveHappened();
    },
    lost(count) {
      underWay -= count;
      isAnswered = false;
    },
  };
  return {
    statements,
    options: {
      max: 10,
      async socket({ host: [host], port: [port = 5432] }) {
        const socket = new SeamSocket(intervention, watch);
        socket.connect({ port, host: host ?? "127.0.0.1" });
        await once(socket, "connect");
        return socket;
      },
    },
  };
}
