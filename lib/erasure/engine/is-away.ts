/** The database is away, starting, stopping, or out of connections, memory or disk. */
const awayStates = /^(08|53|57P0|ECONN|EPIPE|ETIMEDOUT|CONNECT)/;

/** Whether a statement failed because of the server and not because of what it said. */
export function isAway(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code: unknown = Reflect.get(at, "code");
    if (typeof code === "string" && awayStates.test(code)) return true;
  }
  return false;
}
