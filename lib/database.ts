import { type Connection, connect } from "@/db/client";
import { env } from "./env";

let connection: Connection | undefined;

/**
 * This process's connections to the database, opened when first needed.
 *
 * Statements are prepared, and planned anew for their values all the same: a plan for any value would be
 * one for the workspace of ten contacts and for that of a million.
 *
 * @param sessionName what the database is to call them, where the first who needs them says so.
 */
export function database(sessionName?: string): Connection {
  const named = sessionName === undefined ? {} : { application_name: sessionName };
  connection ??= connect(env().DATABASE_URL, {
    prepares: true,
    connection: { plan_cache_mode: "force_custom_plan", ...named },
  });
  return connection;
}
