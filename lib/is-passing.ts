import { BulkheadRejectedError } from "cockatiel";

/** The database is away, starting, stopping, out of connections, memory or disk, or too slow just now. */
const passingStates = /^(08|53|57P0|57014|55P03|40001|40P01|ECONN|EPIPE|ETIMEDOUT|CONNECT)/;

/** Whether the same request may well succeed in a moment. */
export function isPassing(error: unknown): boolean {
  if (error instanceof BulkheadRejectedError) return true;
  if (!(error instanceof Error)) return false;
  const code: unknown = Reflect.get(error, "code");
  if (typeof code === "string" && passingStates.test(code)) return true;
  return isPassing(error.cause);
}
