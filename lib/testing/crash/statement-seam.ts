import { once } from "node:events";
import type { Socket } from "node:net";
import { type Intervention, noIntervention } from "./intervention";
import { SeamSocket } from "./seam-socket";

/** A place between the driver and the server that sees every statement of every connection. */
export type StatementSeam = {
  /** The texts of the statements so far, in the order in which they were sent. */
  statements: readonly string[];
  /** For `connect`: the driver takes a factory of sockets, although its types do not say so. */
  options: { max: number; socket: (target: Target) => Promise<Socket> };
};

type Target = { host: string[]; port: number[] };

/** Opens a seam. Each connection made with its options is watched, pipelined statements too. */
export function openSeam(intervention: Intervention = noIntervention): StatementSeam {
  const statements: string[] = [];
  return {
    statements,
    options: {
      max: 10,
      async socket({ host: [host], port: [port = 5432] }) {
        const socket = new SeamSocket(intervention, (text) => statements.push(text));
        socket.connect({ port, host: host ?? "127.0.0.1" });
        await once(socket, "connect");
        return socket;
      },
    },
  };
}
