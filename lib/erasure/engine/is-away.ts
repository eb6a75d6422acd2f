import { someCause } from "./some-cause";

/** The database is away, starting, stopping, or out of connections, memory or disk. */
const awayStates = /^(08|53|57P0|ECONN|EPIPE|ETIMEDOUT|CONNECT)/;

/** Whether a statement failed because of the server and not because of what it said. */
export function isAway(error: unknown): boolean {
  return someCause(error, (_, code) => typeof code === "string" && awayStates.test(code));
}
