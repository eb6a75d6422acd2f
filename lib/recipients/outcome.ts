import type { Answer } from "./http/answer";

/**
 * What became of one call. `already_gone` is as good as done. `retry` may yet succeed, not before so
 * many seconds where the recipient says so. `failed` is for good. Codes are ours or the recipient's
 * numbers, never its words.
 */
export type Outcome =
  | { kind: "done" }
  | { kind: "already_gone" }
  | { kind: "retry"; code: string; afterSeconds: number | null }
  | { kind: "failed"; code: string };

export const done: Outcome = { kind: "done" };
export const alreadyGone: Outcome = { kind: "already_gone" };

/** What every answer that a recipient has no words of its own for means. */
export function outcomeOf(answer: Answer): Outcome {
  if (!answer.isAnswer) return { kind: "retry", code: answer.code, afterSeconds: null };
  const { status, retryAfterSeconds } = answer;
  if (status === 429 || status === 408 || status >= 500) {
    return { kind: "retry", code: `http_${status}`, afterSeconds: retryAfterSeconds };
  }
  if (status >= 400) return { kind: "failed", code: `http_${status}` };
  // Success was said, and not in a way that anybody documents: half an answer, or another server's.
  return { kind: "retry", code: "answer_unreadable", afterSeconds: retryAfterSeconds };
}
