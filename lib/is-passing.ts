import { BulkheadRejectedError } from "cockatiel";
import { isAway, isTimeout, someCause } from "./erasure/engine";

/** Others were quicker: `serialization_failure`, `deadlock_detected`. */
const lost: readonly unknown[] = ["40001", "40P01"];

/** Whether the same request may well succeed in a moment. */
export function isPassing(error: unknown): boolean {
  if (isAway(error) || isTimeout(error)) return true;
  return someCause(
    error,
    (one, code) => one instanceof BulkheadRejectedError || lost.includes(code),
  );
}
