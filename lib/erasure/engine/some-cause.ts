/** Whether it holds of an error, or of one that it wraps; each is asked with its code, whatever that is. */
export function someCause(error: unknown, holds: (one: Error, code: unknown) => boolean): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (holds(at, Reflect.get(at, "code"))) return true;
  }
  return false;
}
