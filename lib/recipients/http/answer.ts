/** What a recipient answered, or why there is no answer. Never what was sent. */
export type Answer =
  | {
      isAnswer: true;
      status: number;
      /** The parsed JSON; undefined where the body is none, or not whole. */
      body: unknown;
      /** For how long it asks to be left alone. */
      retryAfterSeconds: number | null;
    }
  | { isAnswer: false; code: NoAnswer };

/**
 * `redirected`: it sends callers elsewhere, where nobody goes with a token. `too_large`: it said more
 * than anybody has to. `circuit_open`: it failed so often just now that it was not asked.
 */
export type NoAnswer = "timed_out" | "unreachable" | "redirected" | "too_large" | "circuit_open";
