import { AccountError } from "./account/errors";
import { ErasureError } from "./erasure";
import { TeamError } from "./team/errors";

/** Whether an error is a refusal by our own rules: typed, expected, and safe to answer with. */
export function isRefusal(error: unknown): error is ErasureError | AccountError | TeamError {
  return (
    error instanceof ErasureError || error instanceof AccountError || error instanceof TeamError
  );
}
