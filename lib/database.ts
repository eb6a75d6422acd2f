import { type Connection, connect } from "@/db/client";
import { env } from "./env";

let connection: Connection | undefined;

/** This process's connections to the database, opened when first needed. */
export function database(): Connection {
  connection ??= connect(env().DATABASE_URL, { prepares: true });
  return connection;
}
