import { someCause } from "./some-cause";

/** `lock_not_available`, by `lock_timeout`; `query_canceled`, by `statement_timeout`. */
const timeouts: readonly unknown[] = ["55P03", "57014"];

/** Whether a statement was given up because it waited or took too long. Nothing of it remains. */
export function isTimeout(error: unknown): boolean {
  return someCause(error, (_, code) => timeouts.includes(code));
}
