import type { RequestState, RequestStatus } from "@/lib/erasure/status";

const working: readonly RequestState[] = ["verified", "scheduled", "purging", "verifying"];
const closed: readonly RequestState[] = [
  "completed",
  "completed_with_retentions",
  "refused",
  "cancelled",
  "expired",
];

/**
 * How long to wait before looking again, in milliseconds; null when nothing more can happen.
 *
 * Every second while the engine is at work or about to be; calmly while people or a date decide.
 */
export function pollingPace(
  { state, purgeAfter }: Pick<RequestStatus, "state" | "purgeAfter">,
  now: Date,
): number | null {
  if (closed.includes(state)) return null;
  const isWaitingForDate = state === "scheduled" && purgeAfter !== null && purgeAfter > now;

  return working.includes(state) && !isWaitingForDate ? 1_000 : 10_000;
}
