import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Db } from "@/lib/erasure/context";
import * as schema from "./schema";

export type Connection = { db: Db; sql: postgres.Sql; close(): Promise<void> };

/** A pool of connections to one database, opened when they are first needed. */
export function connect(url: string, options: postgres.Options<never> = {}): Connection {
  const sql = postgres(url, { max: 10, idle_timeout: 30, onnotice: () => {}, ...options });
  return { db: drizzle(sql, { schema }), sql, close: () => sql.end({ timeout: 5 }) };
}
