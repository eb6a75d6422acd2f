import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Db } from "@/lib/erasure/context";
import { PatientSocket } from "./patient-socket";
import { prepareShort } from "./prepare-short";
import * as schema from "./schema";

export type Connection = { db: Db; sql: postgres.Sql; close(): Promise<void> };

/** Where the driver wants to go: hosts in turn, or a Unix socket. */
type Target = { host: string[]; port: number[]; path?: string | false };

/**
 * A pool of connections to one database, opened when they are first needed.
 *
 * @param prepares for who says the same again and again: Drizzle's statements are prepared.
 */
export function connect(
  url: string,
  { prepares = false, ...options }: postgres.Options<never> & { prepares?: boolean } = {},
): Connection {
  const defaults = { max: 10, idle_timeout: 30, onnotice: () => {}, socket: openSocket() };
  const sql = postgres(url, { ...defaults, ...options });
  const driver = prepares ? prepareShort(sql) : sql;
  return { db: drizzle(driver, { schema }), sql, close: () => sql.end({ timeout: 5 }) };
}

/** The driver is told of the connection while it is still being made, and waits for it itself. */
function openSocket(): (target: Target) => PatientSocket {
  let turn = 0;
  return ({ host, port, path }) => {
    const socket = new PatientSocket();
    const at = turn++ % host.length;
    socket.host = host[at];
    if (path) socket.connect(path);
    else socket.connect({ host: host[at] ?? "localhost", port: port[at] ?? 5432 });
    return socket;
  };
}
