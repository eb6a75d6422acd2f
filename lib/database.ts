import { type Connection, connect } from "@/db/client";
import { env } from "./env";

let connection: Connection | undefined;

/**
 * This process's connections to the database, opened when first needed.
 *
 * Statements are prepared, and planned anew for their values all the same: a plan for any value would be
 * one for the workspace of ten contacts and for that of a million.
 */
export function database(): Connection {
  connection ??= connect(env().DATABASE_URL, {
    prepares: true,
    connection: { plan_cache_mode: "force_custom_plan" },
  });
  return connection;
}
