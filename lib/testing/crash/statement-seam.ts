import { once } from "node:events";
import type { Socket } from "node:net";
import { type Intervention, noIntervention } from "./intervention";
import { SeamSocket, type Watch } from "./seam-socket";

/** `isAlone`: whether no other statement was under way, on any connection, when this one was sent. */
export type SentStatement = { text: string; isAlone: boolean };

/** A place between the driver and the server that sees every statement of every connection. */
export type StatementSeam = {
  /** The statements so far, in the order in which they were sent. */
  statements: readonly SentStatement[];
  /** For `connect`: the driver takes a factory of sockets, although its types do not say so. */
  options: { max: number; socket: (target: Target) => Promise<Socket> };
};

type Target = { host: string[]; port: number[] };

/** Opens a seam. Each connection made with its options is watched, pipelined statements too. */
export function openSeam(intervention: Intervention = noIntervention): StatementSeam {
  const statements: SentStatement[] = [];
  let underWay = 0;
  const watch: Watch = {
    sent(text) {
      underWay += 1;
      return statements.push({ text, isAlone: underWay === 1 });
    },
    answered(count) {
      underWay -= count;
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
