import { someCause } from "./engine";

/** Whether PostgreSQL refused with this SQLSTATE; the driver's error may be wrapped as a cause. */
export function hasSqlState(error: unknown, sqlState: string): boolean {
  return someCause(error, (_, code) => code === sqlState);
}
