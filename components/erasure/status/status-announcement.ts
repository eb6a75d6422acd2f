import { fillMessage } from "@/components/ui/fill-message";
import type { RequestStatus } from "@/lib/erasure/status";
import { statusMessages } from "../messages/status-messages";
import { overallProgress } from "./overall-progress";

/**
 * What to read out of a status that changes every second: each new state, and every quarter.
 *
 * Empty as long as nothing has happened since the page was opened.
 */
export function statusAnnouncement(initial: RequestStatus, status: RequestStatus): string {
  const quarter = quarterOf(status);
  if (status.state === "purging" && quarter > quarterOf(initial)) {
    return fillMessage(statusMessages.live.announceShare, { percent: quarter * 25 });
  }
  return status.state === initial.state ? "" : statusMessages.states[status.state].heading;
}

function quarterOf({ progress }: RequestStatus): number {
  const { planned, done } = overallProgress(progress);
  return planned === 0 ? 0 : Math.floor((done / planned) * 4);
}
