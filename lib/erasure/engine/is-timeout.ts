/** `lock_not_available`, by `lock_timeout`; `query_canceled`, by `statement_timeout`. */
const timeouts: readonly unknown[] = ["55P03", "57014"];

/** Whether a statement was given up because it waited or took too long. Nothing of it remains. */
export function isTimeout(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (timeouts.includes(Reflect.get(at, "code"))) return true;
  }
  return false;
}
