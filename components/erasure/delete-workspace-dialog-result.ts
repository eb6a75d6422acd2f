import type { ErasureErrorCode } from "@/lib/erasure/errors";

/** Why an action did nothing: one of the domain's refusals, or an input it could not read. */
export type DeletionRefusal = ErasureErrorCode | "invalid_input";

/** What the server's actions answer. */
export type DeletionResult<Value> =
  | { ok: true; value: Value }
  | { ok: false; code: DeletionRefusal };
