import type { ErasureErrorCode } from "@/lib/erasure/errors";

/** What the server's actions answer: a value, or one of the domain's refusals. */
export type DeletionResult<Value> =
  | { ok: true; value: Value }
  | { ok: false; code: ErasureErrorCode };
