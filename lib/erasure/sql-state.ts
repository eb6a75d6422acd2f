/** Whether PostgreSQL refused with this SQLSTATE; the driver's error may be wrapped as a cause. */
export function hasSqlState(error: unknown, sqlState: string): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (Reflect.get(at, "code") === sqlState) return true;
  }
  return false;
}
