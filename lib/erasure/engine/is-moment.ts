/** Whether a blanked column is set to the moment of the batch. */
export function isMoment(value: unknown): value is { at_purge: true } {
  return typeof value === "object" && value !== null && "at_purge" in value;
}
