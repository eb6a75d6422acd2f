import { hasSqlState } from "./sql-state";

/** Raised by the fence's triggers; see the migration of that name. */
const refusedByFence = "LT001";

/** Whether a write was refused because its workspace or account is frozen or gone. */
export function isFenced(error: unknown): boolean {
  return hasSqlState(error, refusedByFence);
}
