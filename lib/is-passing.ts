import { BulkheadRejectedError } from "cockatiel";
import { isAway } from "./erasure/engine";

/** The database is too slow just now, or others were quicker. */
const passingStates = /^(57014|55P03|40001|40P01)/;

/** Whether the same request may well succeed in a moment. */
export function isPassing(error: unknown): boolean {
  if (error instanceof BulkheadRejectedError || isAway(error)) return true;
  if (!(error instanceof Error)) return false;
  const code: unknown = Reflect.get(error, "code");
  if (typeof code === "string" && passingStates.test(code)) return true;
  return isPassing(error.cause);
}
