import { sql } from "drizzle-orm";
import postgres from "postgres";
import { connect } from "@/db/client";
import type { Executor } from "@/lib/erasure/engine";
import { DoctorError } from "./doctor-error";

/**
 * Runs one look at a database in one snapshot that can write nothing.
 *
 * @throws {DoctorError} when the database cannot be reached or does not let the role in, or does
 * not let it read. The message has neither user nor password of the address.
 */
export async function openToLook<T>(
  url: string,
  look: (executor: Executor) => Promise<T>,
): Promise<T> {
  const connection = connect(url, { max: 1, connect_timeout: 10 });
  try {
    await connection.db.execute(sql`select 1`).catch((error: unknown) => {
      throw new DoctorError(`The database at ${place(url)} cannot be reached: ${reason(error)}`);
    });
    return await connection.db.transaction(look, {
      isolationLevel: "repeatable read",
      accessMode: "read only",
    });
  } catch (error) {
    if (!isForbidden(error)) throw error;
    throw new DoctorError(`The role may not look everywhere: ${reason(error)}`);
  } finally {
    await connection.close();
  }
}

function place(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

function reason(error: unknown): string {
  const cause = rootOf(error);
  if (!(cause instanceof Error)) return String(cause);
  const first = cause instanceof AggregateError ? rootOf(cause.errors[0]) : cause;
  return first instanceof Error ? first.message : String(first);
}

function isForbidden(error: unknown): boolean {
  const cause = rootOf(error);
  return cause instanceof postgres.PostgresError && cause.code === "42501";
}

/** Drizzle wraps what the driver threw. */
function rootOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? rootOf(error.cause) : error;
}
