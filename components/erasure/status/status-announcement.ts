import type { RequestState } from "@/lib/erasure/status";

/** A status in the words that could be read out of it. */
export type SpokenStatus = { state: RequestState; heading: string; quarter: number; share: string };

/**
 * What to read out of a status that changes every second: each new state, and every quarter.
 *
 * Empty as long as nothing has happened since the page was opened.
 */
export function statusAnnouncement(
  initial: Pick<SpokenStatus, "state" | "quarter">,
  { state, heading, quarter, share }: SpokenStatus,
): string {
  if (state === "purging" && quarter > initial.quarter) return share;
  return state === initial.state ? "" : heading;
}
