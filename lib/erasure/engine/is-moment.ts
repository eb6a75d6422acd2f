import type { BlankValue } from "./map";

/** Whether a column is to hold the moment of its purge, which no later look can compare with. */
export function isMoment(value: BlankValue): value is { at_purge: true } {
  return typeof value === "object" && value !== null;
}
